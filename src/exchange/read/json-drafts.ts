import { Problem } from '../../platform/http/field.js';
import { readFields } from '../../platform/http/read-input.js';
import { ItemInput } from '../../plans/items/item.dto.js';
import type { Fields } from '../parts/plan-parts.js';
import { type Draft, newDraft } from './draft.js';
import { textOf } from './json-content.js';

/** Items that came with all their fields; what is wrong with one is noted at it. */
export function jsonDrafts(items: readonly Fields[]): Draft[] {
  const byId = new Map(items.map(({ id }, index) => [id, index]));
  const drafts = items.map((fields, index) => {
    const { id, parentId, carriedFromId, code, title } = fields;
    const read = readFields(ItemInput, fields);
    const item = read instanceof Problem ? null : read;
    const parent = typeof parentId === 'string' ? (byId.get(parentId) ?? null) : null;
    const draft = newDraft(index + 1, {
      id: typeof id === 'string' ? id.toLowerCase() : null,
      parent: parent === index ? null : parent,
      code: typeof code === 'string' || typeof code === 'number' ? String(code) : '',
      title: item ? (item.title.texts[item.title.original] ?? '') : textOf(title),
      item,
      carriedFrom: typeof carriedFromId === 'string' ? carriedFromId.toLowerCase() : null,
    });
    if (read instanceof Problem)
      for (const [field, message] of Object.entries(read.errors))
        draft.problems.push({ use: field, message });
    if (typeof parentId === 'string' && draft.parent === null)
      draft.problems.push({
        use: 'parentId',
        message: { key: 'exchange.problem.parent', values: { code: parentId } },
      });
    return draft;
  });
  for (const index of loopsIn(drafts)) {
    drafts[index]!.parent = null;
    drafts[index]!.problems.push({ use: 'parentId', message: { key: 'exchange.problem.loop' } });
  }
  return drafts;
}

/** Of each loop, the first of those in it. Each draft is walked over once, however long the chains are. */
function loopsIn(drafts: readonly Draft[]): number[] {
  const found: number[] = [];
  const done = new Set<number>();
  for (const index of drafts.keys()) {
    const path = new Set<number>();
    let at: number | null = index;
    while (at !== null && !done.has(at) && !path.has(at)) {
      path.add(at);
      at = drafts[at]!.parent;
    }
    if (at !== null && path.has(at)) {
      const all = [...path];
      found.push(all.slice(all.indexOf(at)).reduce((a, b) => Math.min(a, b)));
    }
    for (const one of path) done.add(one);
  }
  return found;
}
