import type { Actor } from '../platform/http/actor.js';
import { translator } from '../platform/i18n/i18n.js';
import { rendition } from '../platform/i18n/localized.js';
import type { Result } from './search.service.js';

/** A result as the API shows it, in the caller's language. `snippet` is a list of pieces, those looked for marked. */
export function resultResource(
  { kind, id, href, mechanismId, lead, title, detail, snippet }: Result,
  actor: Actor,
) {
  const { language } = actor;
  return {
    kind,
    id,
    href,
    mechanismId,
    code: lead,
    title: typeof title === 'string' ? title : rendition(title, language).text,
    detail: detail(translator(language), language),
    snippet: snippet && { language: snippet.language, parts: snippet.parts },
  };
}
