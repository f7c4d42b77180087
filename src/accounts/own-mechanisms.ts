/** For the rows of a panel: the mechanisms where a person has a role, or had one. */
export const OWN_MECHANISMS = 'SELECT "mechanismId" FROM "role_grant" WHERE "accountId" = :account';
