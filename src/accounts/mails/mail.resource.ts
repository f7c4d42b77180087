import type { TroubledMail } from './mails.service.js';

/** `address`: where it went, when that is not the person's own: a colleague without an account. */
export const mailResource = ({ message, person }: TroubledMail) => ({
  id: message.id,
  kind: message.kind,
  person,
  address: message.address,
  state: message.state,
  reason: message.reason,
  error: message.error,
  attempts: message.attempts,
  postedAt: message.createdAt.toISOString(),
  nextAttemptAt: message.state === 'pending' ? message.nextAttemptAt.toISOString() : null,
});
