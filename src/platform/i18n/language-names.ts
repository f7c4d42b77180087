import { localeOf } from './dates.js';

const names = new Map<string, Intl.DisplayNames>();

/** A language's name in the reader's own, as it is said in a sentence or a list; what is no language is shown as it is. */
export function languageName(code: string, language: string): string {
  const known = names.get(language) ?? new Intl.DisplayNames([localeOf(language)], { type: 'language' });
  names.set(language, known);
  try {
    return known.of(code) ?? code;
  } catch {
    // Whatever a form sent in place of a language.
    return code;
  }
}
