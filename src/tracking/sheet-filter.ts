import { fold } from '../platform/i18n/fold.js';
import type { Day } from '../platform/i18n/day.js';
import type { PlanItem } from '../plans/plan/plan.entity.js';
import type { ItemReports } from '../progress/access/item-reports.js';
import { NONE, type SheetQuery } from './sheet.dto.js';

export interface SheetLine {
  item: PlanItem;
  reports: ItemReports;
}

type Filter = Pick<
  SheetQuery,
  | 'q'
  | 'status'
  | 'owner'
  | 'dueFrom'
  | 'dueUntil'
  | 'undated'
  | 'objective'
  | 'reported'
  | 'reportedDay'
  | 'waiting'
  | 'differs'
>;

/** Whether the query narrows the plan down; else its tree is shown. */
export const isNarrowed = (query: Filter): boolean =>
  query.status.length > 0 ||
  query.objective !== null ||
  [query.q, query.owner, query.dueFrom, query.dueUntil, query.reported].some(Boolean) ||
  query.undated ||
  query.waiting ||
  query.differs;

export const isFlat = (query: SheetQuery): boolean => isNarrowed(query) || query.sort !== null;

/** Owners as the address names them. */
export const ownerKey = ({ kind, subject }: { kind: string; subject: string | null }) =>
  subject === null ? kind : `${kind}:${subject}`;

/** Whether a line is one of those asked for. */
export function matches({ item, reports }: SheetLine, query: Filter): boolean {
  const { q, status, owner, objective, undated, waiting, differs } = query;
  if (q !== null && !words(item).includes(fold(q))) return false;
  if (status.length > 0 && !status.includes((item.status ?? NONE) as (typeof status)[number])) return false;
  if (owner === NONE && item.owners.length > 0) return false;
  if (owner !== null && owner !== NONE && !item.owners.some((one) => ownerKey(one) === owner)) return false;
  if (objective === 0 && item.objectives.length > 0) return false;
  if (objective && !item.objectives.some((one) => one.objective === objective)) return false;
  if (undated && isDated(item)) return false;
  if (!touches(item, query)) return false;
  if (waiting && reports.waiting === 0) return false;
  if (differs && (reports.status === null || reports.status === item.status)) return false;
  return wasReported(reports, query);
}

const isDated = ({ whenStart, whenEnd }: PlanItem) => whenStart !== null || whenEnd !== null;

function touches(item: PlanItem, { dueFrom, dueUntil }: Filter): boolean {
  if (dueFrom === null && dueUntil === null) return true;
  const { whenStart, whenEnd } = item;
  if (!isDated(item)) return false;
  return (
    (dueFrom === null || (whenEnd ?? '9999') >= dueFrom) &&
    (dueUntil === null || (whenStart ?? '') <= dueUntil)
  );
}

function wasReported({ last }: ItemReports, { reported, reportedDay }: Filter): boolean {
  if (reported === 'never') return last === null;
  if (reported === 'ever') return last !== null;
  if (reported === 'before' && reportedDay !== null) return last === null || dayOf(last.at) < reportedDay;
  return true;
}

const dayOf = (moment: Date): Day => moment.toISOString().slice(0, 10);

const words = ({ code, title }: PlanItem) => fold([code, ...Object.values(title.texts)].join(' '));

const collator = new Intl.Collator('en', { numeric: true });

/** In the order asked for; what has nothing to be sorted by comes last, and equals stay as in the plan. */
export function sorted(
  lines: readonly SheetLine[],
  { sort, desc }: SheetQuery,
  language: string,
): SheetLine[] {
  if (sort === null) return [...lines];
  const keyed = lines.map((line) => ({ line, key: KEYS[sort](line, language) }));
  const sign = desc ? -1 : 1;
  return keyed
    .sort((a, b) => {
      if (a.key === '' || b.key === '') return Number(a.key === '') - Number(b.key === '');
      return sign * collator.compare(a.key, b.key);
    })
    .map(({ line }) => line);
}

const KEYS: Record<NonNullable<SheetQuery['sort']>, (line: SheetLine, language: string) => string> = {
  code: ({ item }) => item.code,
  title: ({ item }, language) => item.title.texts[language] ?? item.title.texts[item.title.original] ?? '',
  owners: ({ item }) => item.owners.map(ownerKey).join(' '),
  when: ({ item }) => item.whenEnd ?? item.whenStart ?? '',
  reported: ({ reports }) => reports.last?.at.toISOString() ?? '',
  waiting: ({ reports }) => (reports.waiting > 0 ? String(reports.waiting) : ''),
};
