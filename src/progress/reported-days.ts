import { addDays, type Day } from '../platform/i18n/day.js';
import { audiencesOf } from './entry-audience.js';
import type { Disclosure, EntryVersion } from './entry.entity.js';

export interface Span {
  fromDay: Day;
  untilDay: Day;
}

/** Of an entry, what says who sees it and for which period. */
export interface EntryFacts {
  entry: Parameters<typeof audiencesOf>[0];
  disclosures: readonly Pick<Disclosure, 'mechanismId' | 'visibility'>[];
  versions: readonly Pick<EntryVersion, 'number' | 'periodStart' | 'periodEnd'>[];
}

/**
 * By audience, the days for which it sees something reported in these entries. What was never submitted, or was taken
 * back, is in none, not even its reporter's. The period is that of the version the audience sees.
 */
export function reportedDays(entries: readonly EntryFacts[]): Map<string, Span[]> {
  const days = new Map<string, Span[]>();
  for (const { entry, disclosures, versions } of entries) {
    if (entry.submittedVersion === 0 || entry.state === 'withdrawn') continue;
    const of = audiencesOf(entry, disclosures);
    const add = (audiences: readonly string[], number: number) => {
      const version = versions.find((one) => one.number === number);
      if (!version) return;
      const span = { fromDay: version.periodStart, untilDay: version.periodEnd };
      for (const audience of audiences) days.set(audience, [...(days.get(audience) ?? []), span]);
    };
    add([...of.own, ...of.submitted], entry.submittedVersion);
    add(of.accepted, entry.acceptedVersion);
  }
  return new Map([...days].map(([audience, spans]) => [audience, joined(spans)]));
}

/** The same days in as few spans as there can be, the earliest first: those that overlap or follow each other are one. */
export function joined(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.fromDay.localeCompare(b.fromDay));
  const result: Span[] = [];
  for (const { fromDay, untilDay } of sorted) {
    const last = result.at(-1);
    if (!last || fromDay > addDays(last.untilDay, 1)) result.push({ fromDay, untilDay });
    else if (untilDay > last.untilDay) last.untilDay = untilDay;
  }
  return result;
}
