import type { DocumentAsk } from '../compilation/ask.js';
import { inOrder } from '../document/in-order.js';
import type { Submission } from '../submissions/submission.entity.js';

/** What is to be compiled for a document. Once it was circulated: of the entries it was made from, and no others. */
export function askOf(submission: Submission): DocumentAsk {
  const { mechanismId, cycleId, about, language, languages, title, form } = submission;
  const { periodFrom, periodUntil, state, basis } = submission;
  return {
    ...{ mechanismId, cycleId, about, language, languages, title, form, periodFrom, periodUntil },
    sections: inOrder(submission.sections).map(({ key, title: name, contents }) => ({
      key,
      title: name,
      contents,
    })),
    ...(state !== 'drafting' && basis && { basis }),
  };
}
