import type { Localized } from '../i18n/localized.js';
import type { SearchText } from './index-row.js';
import type { SearchableText } from './snippet.js';

/** A field that a thing is found by. A thing lists its fields once, for the index and for the snippets. */
export interface SearchedField {
  /** In its languages, or in one that nobody recorded. */
  value: Localized | string | null;
  /** What comes first when it is found in it. */
  title?: boolean;
  /** What the whole of it is looked for by: then it comes before all else. */
  code?: boolean;
  /** Found by it, but never shown in a snippet: codes and names, which stand beside the result anyway. */
  hidden?: boolean;
}

const textsOf = ({ value }: SearchedField): SearchableText[] =>
  typeof value === 'string'
    ? [{ text: value, language: null }]
    : Object.entries(value?.texts ?? {}).map(([language, text]) => ({ text, language }));

/** What of the fields goes into the index. */
export function indexed(fields: readonly SearchedField[]): Pick<SearchText, 'codes' | 'title' | 'text'> {
  const words = (title: boolean) =>
    fields
      .filter((field) => (field.title ?? false) === title)
      .flatMap(textsOf)
      .map(({ text }) => text);
  const codes = fields.filter(({ code }) => code).flatMap(textsOf);
  return { codes: codes.map(({ text }) => text), title: words(true), text: words(false) };
}

/** What of the fields a snippet may be cut out of, the first to be preferred. */
export const shown = (fields: readonly SearchedField[]): SearchableText[] =>
  fields.filter(({ hidden }) => !hidden).flatMap(textsOf);
