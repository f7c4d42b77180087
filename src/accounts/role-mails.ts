import type { MailKey } from '../platform/mail/mail-kind.js';
import type { RoleGrant } from './account.entity.js';

/*
 * Mails about a role, by the grant they tell of. They are posted here; their words need the mechanism's name, so the
 * feature that knows it writes them.
 */

type Granted = Pick<RoleGrant, 'id'>;

/** To who gets the role. */
export const ROLE_MAIL = { kind: 'role', key: ({ id }) => `role:${id}` } satisfies MailKey<Granted>;

/** To who hands a role over, about the successor's. */
export const HANDED_OVER_MAIL = {
  kind: 'handed-over',
  key: ({ id }) => `handed-over:${id}`,
} satisfies MailKey<Granted>;

/** To a delegation, about a new colleague's. */
export const JOINED_MAIL = {
  kind: 'joined',
  key: ({ id }, accountId) => `joined:${id}:${accountId}`,
} satisfies MailKey<Granted>;
