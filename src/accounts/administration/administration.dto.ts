import { OneOf, Text } from '../../platform/http/fields.js';
import { Email } from '../../platform/http/address-fields.js';

/** `invited`: no password was set yet. */
export const ACCOUNT_STATES = ['open', 'invited', 'closed'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/** `q` is part of a name or address; `cursor` the last page's `nextCursor`. What is no such word is left out. */
export class AccountQuery {
  @Text(100, { optional: true }) q!: string | null;
  @OneOf(ACCOUNT_STATES, { optional: true, otherwise: null }) state!: AccountState | null;
  @Text(254, { optional: true }) cursor!: string | null;
}

/** The address that an administrator asks for an account to have. */
export class AccountAddressInput {
  @Email() email!: string;
}
