import { addDays, type Day } from '../../platform/i18n/day.js';
import { audiencesOf } from '../access/entry-audience.js';
import type { AboutItem, WholeEntry } from '../access/text-parts.js';
import type { EntryVersion } from '../entries/entry.entity.js';

export interface DayRange {
  fromDay: Day;
  untilDay: Day;
}

/** Of an entry, what says who sees it and for which period. */
export interface ReportedEntry {
  entry: Parameters<typeof audiencesOf>[0];
  disclosures: readonly Parameters<typeof audiencesOf>[1][number][];
  versions: readonly Pick<EntryVersion, 'number' | 'periodStart' | 'periodEnd'>[];
}

/**
 * By audience, the days for which it sees something reported in these entries about an item of the mechanism. What was
 * never submitted, or was taken back, is in none, not even its reporter's. The period is that of the version the
 * audience sees.
 */
export function reportedDays(
  mechanismId: string,
  entries: readonly ReportedEntry[],
): Map<string, DayRange[]> {
  const days = new Map<string, DayRange[]>();
  for (const { entry, disclosures, versions } of entries) {
    if (entry.submittedVersion === 0 || entry.state === 'withdrawn') continue;
    for (const seen of audiencesOf(entry, disclosures)) {
      const version = versions.find((one) => one.number === seen.number);
      if (seen.mechanismId !== mechanismId || !version) continue;
      const span = { fromDay: version.periodStart, untilDay: version.periodEnd };
      days.set(seen.audience, [...(days.get(seen.audience) ?? []), span]);
    }
  }
  return new Map([...days].map(([audience, spans]) => [audience, mergeRanges(spans)]));
}

/** By item, then as `reportedDays`: what one entry adds to each of the items it is about. */
export function daysAdded(
  { entry, versions, items }: Pick<WholeEntry, 'entry' | 'versions' | 'items'>,
  disclosures: ReportedEntry['disclosures'] = entry.disclosures,
): Map<AboutItem, Map<string, DayRange[]>> {
  const about = new Map(items.map(({ item }) => [item.id, item as AboutItem]));
  return new Map(
    [...about.values()].map((item) => {
      const numbers = new Set(items.filter(({ itemId }) => itemId === item.id).map(({ number }) => number));
      const said = versions.filter(({ number }) => numbers.has(number));
      const reported = { entry, disclosures, versions: said };
      return [item, reportedDays(item.plan.mechanismId, [reported])];
    }),
  );
}

/** The same days in as few spans as there can be, the earliest first: those that overlap or follow each other are one. */
export function mergeRanges(spans: readonly DayRange[]): DayRange[] {
  const sorted = [...spans].sort((a, b) => a.fromDay.localeCompare(b.fromDay));
  const result: DayRange[] = [];
  for (const { fromDay, untilDay } of sorted) {
    const last = result.at(-1);
    if (!last || fromDay > addDays(last.untilDay, 1)) result.push({ fromDay, untilDay });
    else if (untilDay > last.untilDay) last.untilDay = untilDay;
  }
  return result;
}
