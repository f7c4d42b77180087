import { InvalidError } from '../../platform/errors.js';
import { LIMITS, type SheetRow } from '../../platform/spreadsheets/spreadsheet.js';
import { within } from '../../platform/spreadsheets/within-limits.js';
import { partsOf } from '../parts/part-files.js';
import { FACTS_MARK, pickFacts } from '../parts/plan-facts.js';
import type { Fields } from '../parts/plan-parts.js';
import type { PlanContent } from './plan-content.js';

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
  const heads = headsOf(flat);
  if (heads.length > LIMITS.columns)
    throw InvalidError.field(field, 'error.fileManyColumns', { maximum: LIMITS.columns });
  const sheets = within([{ name: '', hidden: false, rows: tableOf(flat, heads) }], field);
  return { sheets, facts: null, items: null };
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
    const own: Fields = { level };
    const below: Fields[][] = [];
    for (const [key, value] of Object.entries(fields)) {
      if (Array.isArray(value) && listIn(value)) below.push(value as Fields[]);
      else own[key] = value;
    }
    return [own, ...below.flatMap((lines) => flatten(lines, level + 1))];
  });
}

function headsOf(flat: readonly Fields[]): string[] {
  const deep = flat.some(({ level }) => level !== 1);
  return [...new Set(flat.flatMap((fields) => Object.keys(fields)))].filter((key) => deep || key !== 'level');
}

function tableOf(flat: readonly Fields[], heads: string[]): SheetRow[] {
  const rows = flat.map((fields) => heads.map((key) => textOf(fields[key])));
  return [heads, ...rows].map((cells, index) => ({ number: index + 1, cells }));
}

export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('; ');
  if (typeof value === 'string') return value.trim();
  return JSON.stringify(value);
}
