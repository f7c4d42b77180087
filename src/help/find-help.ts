import type { Translate } from '../platform/i18n/i18n.js';
import { formsIn, type WordForm } from '../platform/search/forms.js';
import type { HelpTopic } from '../platform/web/help/help-link.js';
import { allTopics } from './topics.data.js';

const WORDED = [
  'visibility',
  'release',
  'reminders',
  'answering',
  'calls',
  'delegation',
  'clearance',
  'import',
  'documents',
] as const;

/** From this many letters on, a word finds those that begin with it. */
const PREFIX = 3;

/** The topics whose title, keywords and text have all the words of a question in them, those with all in the title or the keywords first. */
export function findHelp(question: string, t: Translate): HelpTopic[] {
  const sought = formsIn(question);
  if (sought.length === 0) return [];
  const head = (topic: HelpTopic) => `${t(`help.title.${topic}`)}\n${keywords(topic, t)}`;
  const inTitle = (topic: HelpTopic) => hasAll(head(topic), sought);
  return allTopics
    .filter((topic) => hasAll(`${head(topic)}\n${t(`help.text.${topic}`)}`, sought))
    .sort((a, b) => Number(inTitle(b)) - Number(inTitle(a)));
}

/** Words people look for that the help says otherwise. */
const keywords = (topic: HelpTopic, t: Translate): string => {
  const key = WORDED.find((one) => one === topic);
  return key ? t(`help.words.${key}`) : '';
};

function hasAll(text: string, sought: readonly WordForm[]): boolean {
  const there = formsIn(text);
  return sought.every((one) => there.some((other) => isLike(one, other)));
}

const isLike = (sought: WordForm, there: WordForm): boolean =>
  sought.word === there.word ||
  (sought.word.length >= PREFIX && there.word.startsWith(sought.word)) ||
  [sought.word, ...sought.stems].some((stem) => there.word === stem || there.stems.includes(stem));
