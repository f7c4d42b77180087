import { objectiveLabel } from '../../framework/framework.js';
import { type Language, LANGUAGES, translator } from '../../platform/i18n/i18n.js';
import type { Localized } from '../../platform/i18n/localized.js';
import type { PlanItem } from '../../plans/plan/plan.entity.js';

/** What an entry is about, as far as its reader knows it. */
export interface SubjectSource {
  items: readonly Pick<PlanItem, 'code' | 'title'>[];
  /** Of an answer to a question without an item, maybe none; null for an entry about items. */
  objectives: readonly number[] | null;
  /** What such an answer was asked, where the reader may know (`entry-questions.ts`). */
  question?: Localized | null;
}

/** What an entry is called wherever it is named. */
export interface EntrySubject {
  /** Of the first item; empty for what is about none. */
  code: string;
  title: Localized;
  /** How many more items or objectives it is about. */
  more: number;
}

/** What is called by its question alone. */
export const isFree = ({ items, objectives }: Partial<SubjectSource>): boolean =>
  items?.length === 0 && objectives?.length === 0;

/** By its first item, else by its first objective, else by the question it answers or what kind of entry it is. */
export function subjectOf({ items, objectives, question }: SubjectSource): EntrySubject {
  const [item, ...others] = [...items].sort(byCode);
  if (item) return { code: item.code, title: item.title, more: others.length };
  const [number, ...further] = objectives ?? [];
  if (number !== undefined)
    return {
      code: '',
      title: inAllLanguages((language) => objectiveName(number, language)),
      more: further.length,
    };
  if (question) return { code: '', title: question, more: 0 };
  return {
    code: '',
    title: inAllLanguages((language) =>
      translator(language)(objectives ? 'entry.freeAnswer' : 'entry.noItem'),
    ),
    more: 0,
  };
}

/** The same on one line, in the language it is `rendition` of. */
export const subjectLine = ({ code }: Pick<EntrySubject, 'code'>, title: string): string =>
  [code, title].filter(Boolean).join(' ');

/** "Objective 9: Counter smuggling": our label, as official titles are not there in every language. */
export const objectiveName = (number: number, language: string): string =>
  translator(language)('entry.objectiveNamed', { number, name: objectiveLabel(number, language).text });

const inAllLanguages = (text: (language: Language) => string): Localized => ({
  original: 'en',
  texts: Object.fromEntries(LANGUAGES.map((language) => [language, text(language)])),
});

const byCode = (a: Pick<PlanItem, 'code'>, b: Pick<PlanItem, 'code'>) =>
  a.code.localeCompare(b.code, 'en', { numeric: true });
