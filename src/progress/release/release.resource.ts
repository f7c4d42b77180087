import type { Actor } from '../../platform/http/actor.js';
import type { DocumentUse } from './document-uses.js';
import { linkResource } from '../links/links.resource.js';
import { speaksIn } from '../access/entry-sight.js';
import type { SeenEntry } from '../access/seen-entry.js';

/** What a reporter allows, mechanism by mechanism, and what can no longer be taken back. */
export function decisionResource(actor: Actor, entry: SeenEntry, documents: DocumentUse[]) {
  return {
    places: entry.places.map((disclosure) => ({
      ...linkResource(disclosure),
      /** Whether the caller speaks for the reporter there, and so decides. */
      decides: speaksIn(actor, entry, disclosure.mechanismId),
    })),
    frozen: documents
      .filter(({ frozenAt }) => frozenAt !== null)
      .map(({ mechanismId, title, frozenAt, attributed }) => ({
        mechanismId,
        title,
        frozenAt,
        attributed,
      })),
  };
}
