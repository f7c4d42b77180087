import type { Actor } from '../../platform/http/actor.js';
import type { DocumentUse } from './document-uses.js';
import { placeResource } from '../entries/entry.resource.js';
import { speaksIn } from '../access/entry-sight.js';
import type { Offer } from '../links/offers.service.js';
import { usesOf } from './release-uses.js';
import type { SeenEntry, SeenPlace } from '../access/seen-entry.js';
import type { EntryWording } from '../summaries/wording.entity.js';

/** An entry in a mechanism, as its reporter knows it. */
export function linkResource(place: SeenPlace) {
  const { visibility, release } = place;
  return { ...placeResource(place), uses: visibility && release ? usesOf({ visibility, release }) : [] };
}

/** What a reporter allows, mechanism by mechanism, and what can no longer be taken back. */
export function decisionResource(actor: Actor, entry: SeenEntry, documents: DocumentUse[]) {
  return {
    places: entry.places.map((place) => ({
      ...linkResource(place),
      /** Whether the caller speaks for the reporter there, and so decides. */
      decides: speaksIn(actor, entry, place.mechanismId),
    })),
    frozen: documents.map(({ mechanismId, title, frozenAt, attributed }) => ({
      mechanismId,
      title,
      frozenAt,
      attributed,
    })),
  };
}

export function offerResource({ entryId, mechanismId, periodStart, periodEnd, content, fit }: Offer) {
  const { objectives, words } = fit;
  return { entryId, mechanismId, periodStart, periodEnd, content, reasons: { objectives, words } };
}

export function wordingResource(wording: EntryWording) {
  const { id, mechanismId, number, language, text, by, state, suggestedAt, decidedAt } = wording;
  return { id, mechanismId, version: number, language, text, by, state, suggestedAt, decidedAt };
}
