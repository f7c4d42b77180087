import { LANGUAGE_NAMES, LANGUAGES } from '../../platform/i18n/i18n.js';
import { codeText } from '../../platform/i18n/code-text.js';
import type { Localized } from '../../platform/i18n/localized.js';
import { ITEM_STATUSES } from '../../plans/plan/vocabulary.js';
import { type Cell, type CellContext, problem, setting } from '../cell.js';
import { fold } from '../../platform/i18n/fold.js';
import type { TextField } from './text-fields.js';
import { MORE_NO, MORE_STATUS_WORDS, MORE_YES } from '../words/russian-and-portuguese.data.js';
import { NO, STATUS_WORDS, YES } from '../words/status-words.data.js';

/** Text as the product keeps it: what cannot be stored goes, line breaks are one kind, nothing around it. */
export const cleaned = (text: string) =>
  text.replaceAll('\u0000', '').toWellFormed().replace(/\r\n?/g, '\n').trim();

const tooLong = (maximum: number) => problem('error.tooLong', { maximum });

export function textCell(field: 'code' | 'kind', maximum: number): Cell {
  return {
    format: (item) => item[field] ?? '',
    parse(text) {
      const value = field === 'code' ? codeText(cleaned(text)) : cleaned(text);
      if (value.length > maximum) return tooLong(maximum);
      return setting((item) => ({ ...item, [field]: field === 'code' ? value : value || null }));
    },
  };
}

/** A text in one language. The first one given is the original, until a column says otherwise. */
export function localizedCell(field: TextField, language: string, maximum: number): Cell {
  return {
    format: (item) => item[field]?.texts[language] ?? '',
    parse(text, context) {
      const value = cleaned(text);
      if (value.length > maximum) return tooLong(maximum);
      return setting((item) => {
        const next = withText(item[field], language, value, context);
        return { ...item, [field]: field === 'title' ? (next ?? { original: language, texts: {} }) : next };
      });
    },
  };
}

function withText(
  before: Localized | null,
  language: string,
  text: string,
  { textLanguage }: CellContext,
): Localized | null {
  const { [language]: _, ...others } = before?.texts ?? {};
  const texts = text ? { ...others, [language]: text } : others;
  const [first] = Object.keys(texts);
  if (first === undefined) return null;
  const original = [before?.original, textLanguage].find((one) => one !== undefined && texts[one]) ?? first;
  return { original, texts };
}

const languages = new Map(
  Object.entries(LANGUAGE_NAMES).flatMap(([code, name]) => [
    [code, code],
    [fold(name), code],
    ...LANGUAGES.map(
      (shown) => [fold(new Intl.DisplayNames(shown, { type: 'language' }).of(code) ?? code), code] as const,
    ),
  ]),
);

/** Which of an item's texts is the original. */
export function originalCell(field: TextField): Cell {
  return {
    format: (item) => item[field]?.original ?? '',
    parse(text) {
      const folded = fold(text);
      const code = languages.get(folded) ?? (/^[a-z]{2}$/.test(folded) ? folded : null);
      if (folded === '') return setting((item) => item);
      if (code === null) return problem('error.language');
      return setting((item) =>
        item[field]?.texts[code] ? { ...item, [field]: { ...item[field], original: code } } : item,
      );
    },
  };
}

const statuses = new Map(
  ITEM_STATUSES.flatMap((status) =>
    [status, ...Object.values(STATUS_WORDS[status]).flat(), ...MORE_STATUS_WORDS[status]!].map(
      (word) => [fold(word), status] as const,
    ),
  ),
);

export const statusCell: Cell = {
  format: ({ status }, { language }) => (status ? STATUS_WORDS[status][language][0]! : ''),
  parse(text) {
    const folded = fold(text);
    const status = folded ? statuses.get(folded) : null;
    return status === undefined
      ? problem('exchange.problem.status')
      : setting((item) => ({ ...item, status }));
  },
};

const yes = new Set([...Object.values(YES).flat(), ...MORE_YES].map(fold));
const no = new Set(['', ...[...Object.values(NO).flat(), ...MORE_NO].map(fold)]);

export function flagCell(field: 'crossCutting' | 'institutional'): Cell {
  return {
    format: (item, { language }) => (item[field] ? YES[language][0]! : ''),
    parse(text) {
      const folded = fold(text);
      if (!yes.has(folded) && !no.has(folded)) return problem('exchange.problem.yesNo');
      return setting((item) => ({ ...item, [field]: yes.has(folded) }));
    },
  };
}
