import type { MailKey } from '../../platform/mail/mail-kind.js';
import type { LinkPurpose } from '../credential.entity.js';

/** Which of the two addresses is asked. */
export type AddressSide = 'old' | 'new';

/** That one of them is asked to confirm a change; the id is the change's. */
export interface AddressQuestion {
  id: string;
  side: AddressSide;
}

export const ADDRESS_MAIL = {
  kind: 'address',
  key: ({ id, side }) => `address:${side}:${id}`,
} satisfies MailKey<AddressQuestion>;

export const purposeOf = (side: AddressSide): LinkPurpose => `address-${side}`;
