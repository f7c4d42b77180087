import { stateNamed } from '../../accounts/states/state-named.js';
import { States } from '../../accounts/states.js';
import { stateOfTwoLetters } from '../../accounts/states/state-facts.js';
import { fold } from '../../platform/i18n/fold.js';
import { type Language, LANGUAGE_NAMES, LANGUAGES, translator } from '../../platform/i18n/i18n.js';
import {
  COLUMN_WORDS,
  INVITED_ROLES,
  type InvitedRole,
  type ListColumn,
  ROLE_WORDS,
} from './list-words.data.js';

const columns = new Map(
  (Object.keys(COLUMN_WORDS) as ListColumn[]).flatMap((column) =>
    COLUMN_WORDS[column].map((word) => [fold(word), column] as const),
  ),
);
/** Our own words, as a list that was made from our pages has them, and those of others. */
const roles = new Map(
  INVITED_ROLES.flatMap((role) => {
    const key = role === 'deputy' ? 'delegation.deputy' : (`role.${role}` as const);
    const own = LANGUAGES.map((language) => translator(language)(key));
    return [...own, ...ROLE_WORDS[role]].map((word) => [fold(word), role] as const);
  }),
);

/** "English", "anglais", "inglés", "الإنجليزية", "en", "ENG". */
const languages = new Map<string, Language>(
  LANGUAGES.flatMap((language) => [
    [language, language],
    [fold(LANGUAGE_NAMES[language]!), language],
    ...LANGUAGES.map((reader) => {
      const names = new Intl.DisplayNames([reader], { type: 'language' });
      return [fold(names.of(language)!), language] as [string, Language];
    }),
  ]),
);
for (const [code, language] of [
  ['eng', 'en'],
  ['fra', 'fr'],
  ['fre', 'fr'],
  ['spa', 'es'],
  ['esp', 'es'],
  ['ara', 'ar'],
] as const)
  languages.set(code, language);

export const columnNamed = (heading: string): ListColumn | undefined => columns.get(tidy(heading));
export const roleNamed = (cell: string): InvitedRole | undefined => roles.get(tidy(cell));
/** The first of several: "French / English". */
export const languageNamed = (cell: string): Language | undefined =>
  fold(cell)
    .split(/[/,;&+]| - /)
    .map((part) => languages.get(part.trim()))
    .find(Boolean);
/** A State by a name in any of the languages, a short form, or a code; two letters only in capitals. */
export const stateIn = (cell: string): string | undefined =>
  stateNamed(fold(cell)) ?? stateOfTwoLetters(cell.trim()) ?? States.called(cell.trim());

const tidy = (text: string) => fold(text).replace(/[\s:*.]+$/, '');
