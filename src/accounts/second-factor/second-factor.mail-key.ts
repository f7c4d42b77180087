import type { MailKey } from '../../platform/mail/mail-kind.js';

export const FACTOR_EVENTS = [
  'app-added',
  'app-removed',
  'passkey-added',
  'passkey-removed',
  'codes-made',
  'code-used',
  'reset',
  'attempts',
] as const;
export type FactorEvent = (typeof FACTOR_EVENTS)[number];

/** What happened to the way somebody signs in; the slot tells one time from another. */
export interface FactorNews {
  id: null;
  event: FactorEvent;
  slot: string;
}

export const SECOND_FACTOR_MAIL = {
  kind: 'second-factor',
  key: ({ event, slot }, accountId) => `second-factor:${accountId}:${event}:${slot}`,
} satisfies MailKey<FactorNews>;
