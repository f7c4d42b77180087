import { languageTag } from './clean.js';
import type { InLanguage, List } from './document.js';
import { markerOf } from './list-markers.js';
import { isBlank, type TextPreparation } from './prepare-text.js';
import type { PreparedItem, PreparedList } from './prepared.js';

/** A list with those under its items, and the marker of each item; nothing when all of it is empty. */
export function preparedList(
  block: List,
  texts: TextPreparation,
  language: string,
  above: InLanguage = {},
  depth = 0,
): PreparedList | undefined {
  const own: InLanguage = {
    language: languageTag(block.language) ?? above.language,
    direction: block.direction ?? above.direction,
  };
  const items = block.items.flatMap(({ runs, list }): Omit<PreparedItem, 'marker'>[] => {
    const text = texts.text(runs, own);
    const under = list && preparedList(list, texts, language, own, depth + 1);
    return isBlank(text) && !under ? [] : [{ ...text, ...(under && { list: under }) }];
  });
  const [first] = items;
  if (!first) return undefined;
  const stated = block.kind === 'bullets' ? 1 : Math.trunc(block.start ?? 1) || 1;
  const start = Math.min(Math.max(stated, 1), 32_767);
  const its = first.language ?? language;
  return {
    type: 'list',
    kind: block.kind,
    start,
    language: first.language,
    direction: first.direction,
    items: items.map((item, index) => ({ ...item, marker: markerOf(block.kind, start + index, depth, its) })),
  };
}
