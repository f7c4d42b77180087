import { Day, Flag, OneOf, Text, Uuid, Whole } from '../platform/http/fields.js';
import { Parsed } from '../platform/http/list-fields.js';
import { TreeQuery } from '../plans/tree/plan-tree.dto.js';
import { ITEM_STATUSES } from '../plans/plan/vocabulary.js';

/** Columns beside the code and title, which always stand first. */
export const SHEET_COLUMNS = [
  'status',
  'owners',
  'when',
  'objectives',
  'reported',
  'byReports',
  'waiting',
] as const;
export type SheetColumn = (typeof SHEET_COLUMNS)[number];

/** Not by status: an item is often a State's, and nothing puts States in an order of how far they are. A filter finds them. */
export const SORTS = ['code', 'title', 'owners', 'when', 'reported', 'waiting'] as const;
/** In place of a status: items without one. */
export const NONE = 'none';
const STATUSES = [...ITEM_STATUSES, NONE] as const;
export const REPORTED = ['never', 'ever', 'before'] as const;

/** Of what an address lists, what is known; a form repeats the name, an address that was typed may have commas. */
function known<T extends string>(values: readonly T[]) {
  const read = (raw: unknown): T[] => {
    const given = (Array.isArray(raw) ? raw : [raw]).flatMap((one) =>
      typeof one === 'string' ? one.split(',') : [],
    );
    return values.filter((value) => given.includes(value));
  };
  return Parsed(read, { type: 'array', items: { type: 'string', enum: [...values] } });
}

const lenient = { optional: true, otherwise: null } as const;

/** What of a plan's sheet is looked at. What an address has wrong is as if it were not there. */
export class SheetQuery extends TreeQuery {
  @Text(200, lenient) q!: string | null;
  @known(STATUSES) status!: (typeof STATUSES)[number][];
  /** `state:KEN`, `chair`; `none`. */
  @Text(250, lenient) owner!: string | null;
  /** Dates that touch these days. */
  @Day(lenient) dueFrom!: string | null;
  @Day(lenient) dueUntil!: string | null;
  /** Items that the plan gives no date. */
  @Flag() undated!: boolean;
  /** An objective's number; 0 for none. */
  @Whole(0, 23, lenient) objective!: number | null;
  @OneOf(REPORTED, lenient) reported!: (typeof REPORTED)[number] | null;
  @Day(lenient) reportedDay!: string | null;
  /** Items with entries that wait to be accepted. */
  @Flag() waiting!: boolean;
  /** Items whose status is not what accepted reports say. */
  @Flag() differs!: boolean;
  @OneOf(SORTS, lenient) sort!: (typeof SORTS)[number] | null;
  @Flag() desc!: boolean;
  @known(SHEET_COLUMNS) columns!: SheetColumn[];
  /** The item whose reports are shown in its place. */
  @Uuid(lenient) open!: string | null;
}
