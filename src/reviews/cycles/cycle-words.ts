import { reviewForumName } from '../../framework/framework.js';
import { formatDay, formatMonth } from '../../platform/i18n/dates.js';
import { translator } from '../../platform/i18n/i18n.js';
import { type Period, reviewCycle, type ReviewCycle } from './review-cycles.js';

/** "International Migration Review Forum 2030", "Regional review, round 3 (2028–2029)" */
export function cycleName({ kind, number, years }: ReviewCycle, language: string): string {
  const t = translator(language);
  const span = years.first === years.last ? String(years.first) : `${years.first}–${years.last}`;
  return kind === 'imrf'
    ? t('cycle.forum', { forum: reviewForumName(language).text, years: span })
    : t('cycle.regional', { number, years: span });
}

/** The same of a cycle that is known by its id; null when there is none. */
export function nameOfCycle(id: string, language: string): string | null {
  const cycle = reviewCycle(id);
  return cycle ? cycleName(cycle, language) : null;
}

/** A period no more precisely than it is known: "17 May 2022 – 20 May 2022", "May 2026", "2028–2029". */
export function periodWords({ precision, start, end }: Period, language: string): string {
  const format = {
    day: (day: string) => formatDay(day, language),
    month: (day: string) => formatMonth(day, language),
    year: (day: string) => day.slice(0, 4),
  }[precision];
  const [first, last] = [format(start), format(end)];
  return first === last ? first : precision === 'year' ? `${first}–${last}` : `${first} – ${last}`;
}

/** Names stand inside sentences elsewhere; at the head of a page they begin with a capital. */
export const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
