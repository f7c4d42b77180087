import { isTextField } from '../cells/text-fields.js';
import { LANGUAGE_NAMES, LANGUAGES } from '../../platform/i18n/i18n.js';
import { FIELD_NAMES, READ_ONLY_NAMES, STRUCTURE_NAMES } from '../words/column-names.data.js';
import { fold } from '../../platform/i18n/fold.js';
import type { Use } from './layout.js';
import { LEVEL_WORDS } from '../words/level-words.data.js';
import { MORE_COLUMN_NAMES, MORE_LEVEL_WORDS } from '../words/russian-and-portuguese.data.js';

export interface HeadingMatch {
  /** A text's column names its language only when the heading does: `title`, `title.fr`. */
  use: Use;
  /** 3 for our own name, 2 for one that plans use, 1 for a heading that holds one. */
  score: number;
}

const names = new Map<string, HeadingMatch>();
for (const [use, { names: own, also }] of Object.entries({
  ...FIELD_NAMES,
  ...STRUCTURE_NAMES,
  ...READ_ONLY_NAMES,
})) {
  for (const name of [use, ...Object.values(own)]) remember(name, { use, score: 3 });
  for (const name of [...also, ...(MORE_COLUMN_NAMES[use] ?? [])]) remember(name, { use, score: 2 });
}

const ranks = new Map(
  [...LEVEL_WORDS.entries(), ...MORE_LEVEL_WORDS.entries()].flatMap(([rank, words]) =>
    words.map((word) => [plain(word), rank] as const),
  ),
);
const languages = new Map(
  Object.entries(LANGUAGE_NAMES).flatMap(([code, name]) => [
    [code, code] as const,
    [fold(name), code] as const,
    ...LANGUAGES.map(
      (shown) => [fold(new Intl.DisplayNames(shown, { type: 'language' }).of(code)!), code] as const,
    ),
  ]),
);
const IN_FULL = new Set(['id', 'level', 'parent', 'carriedFrom']);
/** Long names first, so that "funding needed" is not taken for "funding". "Risk level" is no level of the plan. */
const phrases = [...names]
  .filter(([name, { use }]) => name.length >= 4 && !IN_FULL.has(use))
  .map(([name]) => name)
  .sort((a, b) => b.length - a.length)
  .map((name) => [name, wordsOf(name)] as const);

/** What a heading says its column holds; null when it says nothing we know. */
export function matchHeading(heading: string): HeadingMatch | null {
  const text = plain(heading);
  const [base, language] = withoutLanguage(text);
  const match = names.get(text) ?? names.get(base) ?? ofCompact(base) ?? looseMatch(base);
  if (!match) return null;
  const inLanguage = isTextField(match.use);
  return inLanguage && language ? { ...match, use: `${match.use}.${language}` } : match;
}

/** The rank among levels of a heading such as "Domain" or "Activities"; null when it is none. */
export function levelRank(heading: string): number | null {
  const text = plain(heading).replace(/ \d+$/, '');
  return ranks.get(text) ?? null;
}

const COMPACT =
  /(?<!\p{L})(?:gcm|pmm|pgm|(?:global )?compact|pacte|pacto|гдм|договора?|الاتفاق|للاتفاق)(?!\p{L})/u;
const OBJECTIVE = /objecti[fv]|objetivo|goal|цел[ьиеяй]|هدف|اهداف|الهدف|الاهداف/;

/** "GCM Targeted Objectives", "Objetivo PMM (n.º)": both words, whatever stands around them. */
const ofCompact = (text: string): HeadingMatch | null =>
  text.length <= 80 && COMPACT.test(text) && OBJECTIVE.test(text) ? { use: 'objectives', score: 2 } : null;

/** A heading that holds a name we know, as whole words: "Lead entity / partners (tbc)". */
function looseMatch(text: string): HeadingMatch | null {
  if (text.length > 60) return null;
  const asWords = wordsOf(text);
  const phrase = phrases.find(([, words]) => asWords.includes(words))?.[0];
  return phrase ? { use: names.get(phrase)!.use, score: 1 } : null;
}

/** "title (français)", "title_fr", "titre - anglais" → the name, and the language's code. */
function withoutLanguage(text: string): [base: string, language: string | null] {
  const [, base, word] = /^(.*?)[\s:.-]*[([]?\s*(?<![\p{L}])(\p{L}{2,})\s*[)\]]?$/u.exec(text) ?? [];
  const language = word && languages.get(word);
  return base && language ? [base.trim(), language] : [text, null];
}

function plain(heading: string): string {
  return fold(heading.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replaceAll('_', ' '))
    .replace(/[*:;?]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '');
}

function remember(name: string, match: HeadingMatch): void {
  const known = names.get(plain(name));
  if (!known || known.score < match.score) names.set(plain(name), match);
}

/** Words with one space on either side of each, so that a phrase is found as whole words. */
function wordsOf(text: string): string {
  return ` ${text.replace(/[^\p{L}\d]+/gu, ' ').trim()} `;
}
