import type { SheetQuery } from './sheet.dto.js';

/** Parts of an address that make up a filter: what is saved under a name, and goes along to a file. */
export const FILTER_FIELDS = [
  'q',
  'status',
  'owner',
  'dueFrom',
  'dueUntil',
  'undated',
  'objective',
  'reported',
  'reportedDay',
  'waiting',
  'differs',
  'sort',
  'desc',
  'columns',
] as const;
const FIELDS = [...FILTER_FIELDS, 'from', 'under', 'at', 'open'] as const;

type Part = Partial<SheetQuery>;

/** What a query says, as an address; what is not said is left out, and lists stand between commas. */
export function queryText(query: Part, fields: readonly (keyof SheetQuery)[] = FIELDS): string {
  const said = fields.flatMap((field) => {
    const value = query[field];
    if (value === null || value === undefined || value === false || value === '') return [];
    if (field === 'from' && value === 0) return [];
    if (Array.isArray(value)) return value.length > 0 ? [[field, value.join(',')]] : [];
    return [[field, value === true ? 'on' : String(value)]];
  });
  return new URLSearchParams(said).toString().replaceAll('%2C', ',');
}

export const filterText = (query: Part): string => queryText(query, FILTER_FIELDS);

export function sheetAddress(planId: string, query: Part = {}): string {
  const text = queryText(query);
  return `/plans/${planId}${text && `?${text}`}`;
}
