import { isLanguage, type TextKey, translator } from '../platform/i18n/i18n.js';
import { names } from './instrument.data.js';
import { objectives } from './objectives.data.js';
import { principles } from './principles.data.js';
import { jvapDomains } from './related-frameworks.data.js';
import { sdgTargetsByGoal } from './sdg-targets.data.js';
import { roundTables } from './round-tables.data.js';
import { enteredWording } from './wordings/entered.js';
import type {
  Action,
  CatalogueText,
  CatalogueTexts,
  FrameworkLanguage,
  Objective,
  Principle,
  RoundTable,
} from './framework.types.js';

const objectiveByNumber = new Map(objectives.map((one) => [one.number, one]));
const principleByNumber = new Map(principles.map((one) => [one.number, one]));
const roundTableByObjective = new Map(
  roundTables.flatMap((table) => table.objectives.map((n) => [n, table])),
);

/** How an action of the Compact is written: "1(a)". */
export const actionRef = (objectiveNumber: number, letter: string) => `${objectiveNumber}(${letter})`;

/** The 187 lettered actions under A/RES/73/195, paragraphs 17 to 39. Labels are paraphrases, see `ObjectiveAction`. */
/** Where an action stands on the page of its objective. */
export const actionAnchor = (letter: string) => `action-${letter}`;

/** The page of an objective, at one of its actions if it is about that. */
export const objectiveHref = (number: number, letter: string | null = null): string =>
  `/framework/objectives/${number}${letter ? `#${actionAnchor(letter)}` : ''}`;

export const actions: readonly Action[] = objectives.flatMap((one) =>
  one.actions.map((line) => ({ ...line, objective: one.number, ref: actionRef(one.number, line.letter) })),
);
const actionByRef = new Map(actions.map((one) => [one.ref, one]));

/** The distinct SDG targets that the Compact's own action text names. */
export const sdgTargets: readonly string[] = [...new Set(objectives.flatMap((one) => one.sdgTargets))];

/** Whether a code is a target of the 2030 Agenda, such as 10.7 or 4.b. */
export function isSdgTarget(code: string): boolean {
  const [, goal = '', target = ''] = /^(\d{1,2})\.(\d{1,2}|[a-d])$/.exec(code.toLowerCase()) ?? [];
  const known = sdgTargetsByGoal[Number(goal) - 1];
  if (!known || goal.startsWith('0') || target.startsWith('0')) return false;
  const [numbered, lastLetter] = known;
  return /\d/.test(target) ? Number(target) <= numbered : lastLetter !== null && target <= lastLetter;
}

/** The same of a goal (10), or of an indicator of a target (10.7.1). */
export const isSdgCode = (code: string): boolean =>
  /^(?:[1-9]|1[0-7])$/.test(code) || isSdgTarget(code.replace(/(?<=\..+)\.\d{1,2}$/, ''));

/** A domain of the Joint Valletta Action Plan, or a point within one. */
export const isJvapCode = (code: string): boolean =>
  jvapDomains.some((domain) => domain.code === code.split('.')[0]) && /^\d(?:\.\d{1,2}){0,2}$/.test(code);

/** An objective of the Compact, 1 to 23; undefined when there is none of that number. */
export const objective = (number: number): Objective | undefined => objectiveByNumber.get(number);

export const isObjective = (number: number): boolean => objectiveByNumber.has(number);

/** An action by its reference, "1(a)"; undefined when the Compact has none of that letter. */
export const action = (ref: string): Action | undefined => actionByRef.get(ref);

export const isAction = (objectiveNumber: number, letter: string): boolean =>
  actionByRef.has(actionRef(objectiveNumber, letter));

/** A guiding principle (A/RES/73/195, paragraph 15), 1 to 10; undefined when there is none of that number. */
export const principle = (number: number): Principle | undefined => principleByNumber.get(number);

export const isPrinciple = (number: number): boolean => principleByNumber.has(number);

/** The Forum's round table that discusses an objective; undefined for an unknown objective. */
export const roundTableOf = (objectiveNumber: number): RoundTable | undefined =>
  roundTableByObjective.get(objectiveNumber);

/** Whether the catalogue has a title of an objective in a language that was verified. */
export const isVerified = (number: number, language: string): boolean =>
  Object.hasOwn(objective(number)?.title ?? {}, language);

/** The title of an objective in a language: as it was verified, else as an administrator entered it, else in English. */
export function objectiveTitle(number: number, language: string): CatalogueText {
  const verified = inLanguage(known(objective(number), 'objective', number).title, language);
  const entered = verified.fallback ? enteredWording(number, language) : undefined;
  if (!entered) return verified;
  const { text, source } = entered;
  return { text, language: language as FrameworkLanguage, fallback: false, source };
}

/** The official title in the language itself; undefined where it has none, neither verified nor entered. */
export function officialTitle(number: number, language: string): string | undefined {
  const { text, fallback } = objectiveTitle(number, language);
  return fallback ? undefined : text;
}

/** What an objective is about, for the title of a link: the official title, else our label. */
export const objectiveAbout = (number: number, language: string): string =>
  officialTitle(number, language) ?? objectiveLabel(number, language).text;

/** Our own short label of an objective: a text of the interface, in each of its languages. */
export function objectiveLabel(number: number, language: string): CatalogueText {
  known(objective(number), 'objective', number);
  const own = isLanguage(language) ? language : 'en';
  const text = translator(own)(`framework.label.${number}` as TextKey);
  return { text, language: own, fallback: own !== language };
}

/**
 * As a document names it: the official title, with its source where an administrator entered it; else our label and the
 * English title, said to be English.
 */
export function objectiveInDocument(number: number, language: string): string {
  const { text, fallback, source } = objectiveTitle(number, language);
  const t = translator(language);
  if (source !== undefined) return t('framework.titleFromSource', { title: text, source });
  const label = objectiveLabel(number, language);
  if (!fallback || label.fallback) return text;
  return t('framework.titleInEnglish', { label: label.text, title: text });
}

/** The name of a guiding principle in a language, or in English. */
export const principleName = (number: number, language: string): CatalogueText =>
  inLanguage(known(principle(number), 'principle', number).name, language);

/** The name of the Compact in a language, or in English. */
export const compactName = (language: string): CatalogueText => inLanguage(names.compact, language);

/** The name of the International Migration Review Forum in a language, or in English. */
export const reviewForumName = (language: string): CatalogueText => inLanguage(names.reviewForum, language);

/** The name of the United Nations Network on Migration in a language, or in English. */
export const networkName = (language: string): CatalogueText => inLanguage(names.network, language);

function inLanguage(texts: CatalogueTexts, language: string): CatalogueText {
  const own = Object.hasOwn(texts, language) ? texts[language as FrameworkLanguage] : undefined;
  return own === undefined
    ? { text: texts.en, language: 'en', fallback: true }
    : { text: own, language: language as FrameworkLanguage, fallback: false };
}

// Numbers are checked with isObjective where they enter, so an unknown one here is a defect, not bad input.
function known<T>(found: T | undefined, what: string, number: number): T {
  if (found === undefined) throw new RangeError(`The Compact has no ${what} ${number}`);
  return found;
}
