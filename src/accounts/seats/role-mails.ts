import type { MailKey, MailSubject } from '../../platform/mail/mail-kind.js';

/*
 * Mails about a role, by its id or its nomination's. They are posted here; their words need the mechanism's name, so
 * the feature that knows it writes them.
 */

type Seat = MailSubject;

/** To who gets the role. */
export const ROLE_MAIL = { kind: 'role', key: ({ id }) => `role:${id}` } satisfies MailKey<Seat>;

/** To who hands a role over, about the successor's. */
export const HANDED_OVER_MAIL = {
  kind: 'handed-over',
  key: ({ id }) => `handed-over:${id}`,
} satisfies MailKey<Seat>;

/** To a delegation, about a new colleague's. */
export const JOINED_MAIL = {
  kind: 'joined',
  key: ({ id }, accountId) => `joined:${id}:${accountId}`,
  bundle: ({ mechanismId }) => `joined:${mechanismId}`,
} satisfies MailKey<Seat & { mechanismId: string }>;

/** To who loses it, and those it was among. One for each end that was set. */
export const ENDED_MAIL = {
  kind: 'role-ended',
  key: ({ id, untilDay, endedAt }, accountId) =>
    `role-ended:${id}:${endedAt ? endedAt.toISOString() : untilDay}:${accountId}`,
  bundle: ({ mechanismId }) => `role-ended:${mechanismId}`,
} satisfies MailKey<Seat & { mechanismId: string; untilDay: string | null; endedAt: Date | null }>;

/** To those who are asked about a seat that waits; once more when others are asked next. */
export const NOTICE_MAIL = {
  kind: 'seat-notice',
  key: ({ id, stage }, accountId) => `seat-notice:${id}:${stage}:${accountId}`,
} satisfies MailKey<Seat & { stage: string }>;

/** To whom it is to be given, while it waits. */
export const NOMINATED_MAIL = {
  kind: 'nominated',
  key: ({ id }, accountId) => `nominated:${id}:${accountId}`,
} satisfies MailKey<Seat>;

/** To all of them, when it is not given. */
export const NOT_GIVEN_MAIL = {
  kind: 'seat-not-given',
  key: ({ id }, accountId) => `seat-not-given:${id}:${accountId}`,
} satisfies MailKey<Seat>;

/** To a mechanism's contact, who has no account. The account is that of who gave the role. */
export const CONTACT_MAIL = {
  kind: 'seat-contact',
  key: ({ id }) => `seat-contact:${id}`,
} satisfies MailKey<Seat>;
