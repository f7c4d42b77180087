import type { Round, RoundAddressee } from '../round/round.entity.js';
import { ownResource } from '../round/round.resource.js';
import { addresseeName } from '../round/round.view.js';

/** For the secretariat. A draft has no states yet. */
export const addresseeResource = (addressee: RoundAddressee, round: Round, language: string) => ({
  ...ownResource(addressee),
  state: round.state === 'draft' ? null : addressee.state,
  name: addresseeName(addressee, language),
});
