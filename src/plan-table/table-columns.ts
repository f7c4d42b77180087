import type { CellContext } from '../exchange/cell.js';
import { cellLanguage, type Column, columnOf } from '../exchange/cells/cells.js';
import type { UnknownOwner } from '../exchange/cells/owner-text.js';
import type { DayOrder } from '../exchange/cells/when-period.js';
import { InvalidError } from '../platform/errors.js';
import type { Plan, PlanItem } from '../plans/plan/plan.entity.js';
import { ITEM_TEXT, mayChange } from '../plans/plan/plan-text.js';

/** Fields of the table, in its order; texts once for each language. */
const TEXTS = ['title', 'description'];
const FIELDS = [
  ...['code', 'title', 'status', 'when', 'owners', 'objectives', 'principles'],
  ...['currency', 'needed', 'pledged', 'gap', 'kind'],
  ...['references', 'crossCutting', 'institutional', 'description'],
];

/** How what is typed is read where it may be read in two ways. */
export interface ParseOptions {
  dayOrder: DayOrder;
  unknownOwner: UnknownOwner;
}
export const DEFAULT_PARSE_OPTIONS: ParseOptions = { dayOrder: null, unknownOwner: 'partner' };

/** The columns of a plan's table. `languages`: those the mechanism works in and those its items have titles in. */
export const tableColumns = (languages: readonly string[]): Column[] =>
  FIELDS.flatMap((field) =>
    TEXTS.includes(field) ? languages.map((one) => `${field}.${one}`) : [field],
  ).map((key) => columnOf(key)!);

const isOfTable = ({ field }: Column): boolean => FIELDS.includes(field);

/** The mechanism's languages, the default one first, then others that titles are in. */
export function languagesOf(working: readonly string[], items: readonly Pick<PlanItem, 'title'>[]): string[] {
  const titles = items.flatMap(({ title }) => Object.keys(title.texts)).sort();
  const all = [...new Set([...working, ...titles])];
  return all.length > 0 ? all : ['en'];
}

export function contextOf(
  language: string,
  languages: readonly string[],
  reading: ParseOptions,
): CellContext {
  return { language: cellLanguage(language), textLanguage: languages[0]!, ...reading };
}

/** The field of an item, as the rules of amendments name it, that a column is about. */
export const fieldOf = ({ field }: Column): string =>
  ['currency', 'needed', 'pledged', 'gap'].includes(field) ? 'funding' : field;

/**
 * Whether a cell may be typed in now: what an adopted plan says changes under an amendment only, its mapping, its
 * status and its translations any time; in a plan that has ended nothing does.
 */
export function isOpen(
  plan: Pick<Plan, 'state' | 'amendmentId'>,
  item: Pick<PlanItem, 'title' | 'description'>,
  column: Column,
): boolean {
  if (mayChange(plan)) return true;
  if (plan.state !== 'adopted') return false;
  if (column.field === 'title' || column.field === 'description') {
    const text = item[column.field];
    return text !== null && column.language !== text.original;
  }
  return !(ITEM_TEXT as readonly string[]).includes(fieldOf(column));
}

/** Throws InvalidError for what is no column of the table. */
export function columnNamed(key: string): Column {
  const column = columnOf(key);
  if (!column || !isOfTable(column))
    throw InvalidError.field('changes', 'table.problem.column', { column: key });
  return column;
}
