import type { Translate } from '../platform/i18n/i18n.js';
import { formsIn, type WordForm } from '../platform/search/forms.js';
import type { HelpTopic } from '../platform/web/help/help-link.js';
import { allTopics } from './topics.data.js';

/** From this many letters on, a word finds those that begin with it. */
const PREFIX = 3;

/** The topics whose title and text have all the words of a question in them, those with all in the title first. */
export function findHelp(question: string, t: Translate): HelpTopic[] {
  const sought = formsIn(question);
  if (sought.length === 0) return [];
  const inTitle = (topic: HelpTopic) => hasAll(t(`help.title.${topic}`), sought);
  return allTopics
    .filter((topic) => hasAll(`${t(`help.title.${topic}`)}\n${t(`help.text.${topic}`)}`, sought))
    .sort((a, b) => Number(inTitle(b)) - Number(inTitle(a)));
}

function hasAll(text: string, sought: readonly WordForm[]): boolean {
  const there = formsIn(text);
  return sought.every((one) => there.some((other) => isLike(one, other)));
}

const isLike = (sought: WordForm, there: WordForm): boolean =>
  sought.word === there.word ||
  (sought.word.length >= PREFIX && there.word.startsWith(sought.word)) ||
  [sought.word, ...sought.stems].some((stem) => there.word === stem || there.stems.includes(stem));
