import type { RoleGrant } from '../../accounts/account.entity.js';

/** Who has not opened their account yet: it has no password. */
export const isExpected = ({ account }: Pick<RoleGrant, 'account'>): boolean => account.passwordHash === null;
