import { reviewForumName } from '../../framework/framework.js';
import type { CommissionCode } from '../../mechanisms/registry/registry.data.js';
import { formatDay, formatMonth } from '../../platform/i18n/dates.js';
import { LANGUAGES, translator } from '../../platform/i18n/i18n.js';
import { type Localized, rendition } from '../../platform/i18n/localized.js';
import { type Milestone, type Period, reviewCycle, type ReviewCycle } from './review-cycles.js';

type Named = Pick<ReviewCycle, 'kind' | 'number' | 'years'> & Partial<Pick<ReviewCycle, 'name'>>;

/** "International Migration Review Forum 2030", "Regional review, round 3 (2028–2029)", or what an administrator calls it. */
export function cycleName({ kind, number, years, name }: Named, language: string): string {
  const t = translator(language);
  const span = spanOf({ years });
  if (name) return rendition(name, language).text;
  if (kind === 'other') return t('cycle.other', { years: span });
  return kind === 'imrf'
    ? t('cycle.forum', { forum: reviewForumName(language).text, years: span })
    : t('cycle.regional', { number, years: span });
}

/** "2028–2029" */
export const spanOf = ({ years: { first, last } }: Pick<ReviewCycle, 'years'>): string =>
  first === last ? String(first) : `${first}–${last}`;

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

/** A recorded period, as `recorded` writes it. */
export function recordedPeriodWords(value: string, language: string): string | null {
  const [, precision, start, end] = /^(day|month|year) (\S+) (\S+)$/.exec(value) ?? [];
  return precision ? periodWords({ precision, start, end } as Period, language) : null;
}

const kindAndRegion = (kind: string, commission?: CommissionCode) =>
  commission ? `${kind} (${commission})` : kind;

/** A milestone in every language: as an administrator calls it, else by its kind, and in English as its source does. */
export function milestoneName({ name, code, text, commission }: Milestone): Localized {
  if (name) return name;
  const labels = LANGUAGES.map((language) => [
    language,
    kindAndRegion(translator(language)(`milestoneKind.${code}`), commission),
  ]);
  return { original: 'en', texts: { ...Object.fromEntries(labels), en: kindAndRegion(text, commission) } };
}

/** Names stand inside sentences elsewhere; at the head of a page they begin with a capital. */
export const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
