import { periodOf } from '../submissions/period-of.js';
import type { Submission } from '../submissions/submission.entity.js';

/** What the form of a document's settings holds, and the API answers. */
export function documentSettings(submission: Submission) {
  const { title, titles, languages, heading, version } = submission;
  const { from, until } = periodOf(submission);
  const { symbol = null, session = null, agendaItem = null, distribution = null } = heading ?? {};
  const translated = Object.entries(heading?.translated ?? {});
  const byLanguage = (word: 'session' | 'agendaItem' | 'distribution') =>
    Object.fromEntries(translated.flatMap(([one, words]) => (words[word] ? [[one, words[word]]] : [])));
  const words = {
    ...{ symbol, session, agendaItem, distribution },
    sessions: byLanguage('session'),
    agendaItems: byLanguage('agendaItem'),
    distributions: byLanguage('distribution'),
  };
  return { title, titles, languages, periodFrom: from, periodUntil: until, ...words, version };
}
