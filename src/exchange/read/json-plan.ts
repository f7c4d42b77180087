import { InvalidError } from '../../platform/errors.js';
import { Problem } from '../../platform/http/field.js';
import { readFields } from '../../platform/http/read-input.js';
import type { Sheet, SheetRow } from '../../platform/spreadsheets/spreadsheet.js';
import { LIMITS } from '../../platform/spreadsheets/spreadsheet.js';
import { ItemInput } from '../../plans/items/item.dto.js';
import { type Draft, newDraft } from './draft.js';
import { partsOf } from '../parts/part-files.js';
import type { Fields, PartRow } from '../parts/plan-parts.js';
import { FACTS_MARK, pickFacts, type FilePlanFacts } from '../parts/plan-facts.js';

/** What a file holds, as it waits until somebody has looked at it. */
export interface PlanContent {
  /** Tables, of which one has the items. */
  sheets: Sheet[];
  facts: FilePlanFacts | null;
  /** Items with all their fields, when the file is an export of ours. */
  items: Fields[] | null;
  /** What other features keep on the items, by its name. Files brought by earlier versions have none. */
  parts?: Record<string, PartRow[]>;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A JSON document as a plan: our own export, or any list of objects, whose keys are then headings. Lists within them
 * become the levels below. Throws InvalidError on `field` when there is no such list.
 */
export function jsonContent(value: unknown, field: string): PlanContent {
  if (isFields(value) && value.format === FACTS_MARK && Array.isArray(value.items)) {
    const items = value.items.filter(isFields);
    if (items.length > LIMITS.rows)
      throw InvalidError.field(field, 'error.fileManyRows', { maximum: LIMITS.rows });
    const parts = partsOf(value);
    if (Object.values(parts).some(({ length }) => length > LIMITS.rows))
      throw InvalidError.field(field, 'error.fileManyRows', { maximum: LIMITS.rows });
    return { sheets: [], facts: isFields(value.plan) ? pickFacts(value.plan) : {}, items, parts };
  }
  const list = listIn(value);
  if (!list) throw InvalidError.field(field, 'exchange.problem.noList');
  const flat = flatten(list, 1);
  if (flat.length > LIMITS.rows)
    throw InvalidError.field(field, 'error.fileManyRows', { maximum: LIMITS.rows });
  return { sheets: [{ name: '', hidden: false, rows: tableOf(flat) }], facts: null, items: null };
}

function listIn(value: unknown): Fields[] | null {
  const isList = (one: unknown): one is Fields[] =>
    Array.isArray(one) && one.length > 0 && one.every(isFields);
  if (isList(value)) return value;
  return isFields(value) ? (Object.values(value).find(isList) ?? null) : null;
}

function flatten(list: readonly Fields[], level: number): Fields[] {
  if (level > 12) return [];
  return list.flatMap((fields) => {
    const below = Object.entries(fields).filter(
      ([, value]) => listIn(value) !== null && Array.isArray(value),
    );
    const own = Object.fromEntries(
      Object.entries(fields).filter(([key]) => !below.some(([one]) => one === key)),
    );
    return [{ level, ...own }, ...below.flatMap(([, value]) => flatten(value as Fields[], level + 1))];
  });
}

function tableOf(flat: readonly Fields[]): SheetRow[] {
  const deep = flat.some(({ level }) => level !== 1);
  const heads = [...new Set(flat.flatMap((fields) => Object.keys(fields)))].filter(
    (key) => deep || key !== 'level',
  );
  const rows = flat.map((fields) => heads.map((key) => textOf(fields[key])));
  return [heads, ...rows].map((cells, index) => ({ number: index + 1, cells }));
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('; ');
  if (typeof value === 'string') return value.trim();
  return JSON.stringify(value);
}

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
  for (const [index, draft] of drafts.entries())
    if (inLoop(drafts, index)) {
      draft.parent = null;
      draft.problems.push({ use: 'parentId', message: { key: 'exchange.problem.loop' } });
    }
  return drafts;
}

function inLoop(drafts: readonly Draft[], index: number): boolean {
  const seen = new Set<number>();
  for (let at: number | null = index; at !== null; at = drafts[at]!.parent) {
    if (seen.has(at)) return at === index;
    seen.add(at);
  }
  return false;
}
