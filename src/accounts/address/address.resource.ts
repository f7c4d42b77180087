import type { AddressChange } from './address-change.entity.js';

export const addressChangeResource = (change: AddressChange) => ({
  email: change.email,
  confirmedByOld: change.oldConfirmedAt !== null,
  confirmedByNew: change.newConfirmedAt !== null,
  expiresAt: change.expiresAt,
});
