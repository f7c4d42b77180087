/** What works without a password once a person has it: browsers that are signed in, keys, calendars, links in mails. */
export const HOLDING_KINDS = ['sessions', 'keys', 'calendars', 'links'] as const;
export type HoldingKind = (typeof HOLDING_KINDS)[number];
