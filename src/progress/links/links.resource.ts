import { placeResource } from '../entries/entry.resource.js';
import { usesOf } from '../release/release-uses.js';
import type { EntryDisclosure } from '../access/seen-disclosure.js';
import type { Offer } from './offer.js';

/** An entry in a mechanism, as its reporter knows it. */
export function linkResource(disclosure: EntryDisclosure) {
  const { visibility, release } = disclosure;
  return { ...placeResource(disclosure), uses: visibility && release ? usesOf({ visibility, release }) : [] };
}

export function offerResource({ entryId, mechanismId, periodStart, periodEnd, content, fit }: Offer) {
  const { objectives, words } = fit;
  return { entryId, mechanismId, periodStart, periodEnd, content, reasons: { objectives, words } };
}
