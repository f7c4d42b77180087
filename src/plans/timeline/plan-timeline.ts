import type { PlanItem } from '../plan/plan.entity.js';

export type DatedItem = Pick<
  PlanItem,
  'id' | 'parentId' | 'code' | 'title' | 'status' | 'whenPrecision' | 'whenStart' | 'whenEnd' | 'whenText'
>;

export interface TimelineGroup {
  /** The item that heads the group: of the first level, or of the one the branch begins with. */
  head: DatedItem;
  /** With a date, the head itself among them; in the order of the plan. */
  dated: DatedItem[];
  /** How many have none. */
  undated: number;
}

export interface PlanTimeline {
  groups: TimelineGroup[];
  /** Whether only the heads are shown, each as long as what is below it. */
  folded: boolean;
}

/** With more dated items than this a plan is shown by its first level. */
export const MOST_LINES = 60;

/** Sorts a plan's items, given in the order of their places, into the groups of its first level or of one branch. */
export function timelineOf(items: readonly DatedItem[], under?: string, most = MOST_LINES): PlanTimeline {
  const below = new Map<string | null, DatedItem[]>();
  for (const item of items) below.set(item.parentId, [...(below.get(item.parentId) ?? []), item]);
  const branch = (head: DatedItem): DatedItem[] => [head, ...(below.get(head.id) ?? []).flatMap(branch)];
  const heads = under === undefined ? (below.get(null) ?? []) : items.filter(({ id }) => id === under);
  const groups = heads.map((head) => {
    const all = branch(head);
    const dated = all.filter(({ whenStart }) => whenStart !== null);
    return { head, dated, undated: all.length - dated.length };
  });
  const lines = groups.reduce((sum, { dated }) => sum + dated.length, 0);
  return { groups, folded: under === undefined && lines > most };
}

/** From the first day to the last of all that is shown; null where nothing is dated. */
export function spanOf({ groups }: PlanTimeline): { from: string; until: string } | null {
  const days = groups.flatMap(({ dated }) => dated.flatMap(daysOf)).sort();
  return days.length > 0 ? { from: days[0]!, until: days.at(-1)! } : null;
}

const daysOf = ({ whenStart, whenEnd }: DatedItem) => [whenStart!, whenEnd ?? whenStart!];

/** As long as all of a group. */
export const spanOfGroup = (group: TimelineGroup) => spanOf({ groups: [group], folded: false });

/** Of a line of time that stands among other things: what is not over, the soonest over first, then what was over last. */
export function nearest<T extends { from: string; until: string }>(
  lines: readonly T[],
  today: string,
  most: number,
): T[] {
  if (lines.length <= most) return [...lines];
  const open = lines.filter(({ until }) => until >= today).sort((a, b) => a.until.localeCompare(b.until));
  const over = lines.filter(({ until }) => until < today).sort((a, b) => b.until.localeCompare(a.until));
  const kept = new Set([...open, ...over].slice(0, most));
  return lines.filter((line) => kept.has(line));
}
