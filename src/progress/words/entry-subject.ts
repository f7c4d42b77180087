import { objectiveTitle } from '../../framework/framework.js';
import { LANGUAGES, type TextKey, translator } from '../../platform/i18n/i18n.js';
import type { Localized } from '../../platform/i18n/localized.js';
import type { PlanItem } from '../../plans/plan/plan.entity.js';

/** What an entry is about, as far as its reader knows it. */
export interface SubjectSource {
  items: readonly Pick<PlanItem, 'code' | 'title'>[];
  /** Of an answer to a question without an item, maybe none; null for an entry about items. */
  objectives: readonly number[] | null;
}

/** What an entry is called wherever it is named. */
export interface EntrySubject {
  /** Of the first item; empty for what is about none. */
  code: string;
  title: Localized;
  /** How many more items or objectives it is about. */
  more: number;
}

/** By its first item, else by its first objective, else by what kind of entry it is. */
export function subjectOf({ items, objectives }: SubjectSource): EntrySubject {
  const [item, ...others] = [...items].sort(byCode);
  if (item) return { code: item.code, title: item.title, more: others.length };
  const [number, ...further] = objectives ?? [];
  if (number !== undefined) return { code: '', title: objectiveName(number), more: further.length };
  return { code: '', title: inAllLanguages(objectives ? 'entry.freeAnswer' : 'entry.noItem'), more: 0 };
}

/** The same on one line, in the language it is `rendition` of. */
export const subjectLine = ({ code }: Pick<EntrySubject, 'code'>, title: string): string =>
  [code, title].filter(Boolean).join(' ');

/** Official titles are not translated: a language without one is shown the English. */
function objectiveName(number: number): Localized {
  const names = LANGUAGES.flatMap((language): [string, string][] => {
    const title = objectiveTitle(number, language);
    const word = translator(language)('entry.objective', { number });
    return title.language === language ? [[language, `${word}: ${title.text}`]] : [];
  });
  return { original: 'en', texts: Object.fromEntries(names) };
}

const inAllLanguages = (key: TextKey): Localized => ({
  original: 'en',
  texts: Object.fromEntries(LANGUAGES.map((language) => [language, translator(language)(key)])),
});

const byCode = (a: Pick<PlanItem, 'code'>, b: Pick<PlanItem, 'code'>) =>
  a.code.localeCompare(b.code, 'en', { numeric: true });
