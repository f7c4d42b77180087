import { fold } from '../../platform/i18n/fold.js';
import { MONTHS } from '../words/when-words.data.js';

/** The languages of the United Nations, Portuguese, and what spreadsheets call months in them. */
const LANGUAGES = ['en', 'fr', 'es', 'ar', 'ru', 'zh', 'pt'];
const FORMS: readonly Intl.DateTimeFormatOptions[] = (['long', 'short'] as const).flatMap((month) => [
  { month },
  // Beside a day some languages decline the month.
  { month, day: 'numeric' },
]);
/** Shorter than any dictionary has them: Excel in Russian. */
const IN_CELLS = ['янв', 'фев', 'мар', 'апр', 'май', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];

const plain = (name: string) => fold(name).replace(/\.$/, '');

let names: Map<string, number> | undefined;

/** The number of a month by its name or its short form in a cell; undefined when it is none. */
export function monthNamed(name: string): number | undefined {
  names ??= new Map([
    ...LANGUAGES.flatMap((language) => FORMS.flatMap((form) => namesIn(language, form))),
    ...[...MONTHS, ...[IN_CELLS].flat().map((one) => [one])].flatMap((own, index) =>
      own.map((one) => [plain(one), (index % 12) + 1] as const),
    ),
  ]);
  return names.get(plain(name));
}

function namesIn(language: string, form: Intl.DateTimeFormatOptions): (readonly [string, number])[] {
  const format = new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC', calendar: 'gregory' });
  return Array.from({ length: 12 }, (_, index) => {
    const parts = format.formatToParts(Date.UTC(2026, index, 5));
    return [plain(parts.find(({ type }) => type === 'month')!.value), index + 1] as const;
  });
}
