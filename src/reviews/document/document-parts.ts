import { dayIn, formatDay } from '../../platform/i18n/dates.js';
import { translator } from '../../platform/i18n/i18n.js';
import type { Submission } from '../submissions/submission.entity.js';
import type { DocumentParts, DocumentPassage } from './assembled.js';
import { inOrder } from './in-order.js';

/** What a document is put together from, as it stands now; null before it was first compiled. */
export function partsOf(
  submission: Submission,
  passages: readonly DocumentPassage[],
  masked: ReadonlySet<string>,
): Omit<DocumentParts, 'standing' | 'created'> | null {
  const { compiled, language: original, title, titles, form, heading, sections } = submission;
  if (!compiled) return null;
  const { heads } = compiled;
  return { original, title, titles, form, heading, heads, sections: inOrder(sections), passages, masked };
}

/** "Draft", and the moment its files claim to be made at. */
export function standingOf(
  submission: Submission,
  language: string,
): Pick<DocumentParts, 'standing' | 'created'> {
  const { state, compiledAt, createdAt } = submission;
  return {
    standing: translator(language)(`doc.standing.${state === 'submitted' ? 'cleared' : state}`),
    created: (compiledAt ?? createdAt).toISOString(),
  };
}

/** The same as it is submitted at a moment; the day is the one it is where the mechanism is. */
export function submittedStanding(
  now: Date,
  zone: string,
  language: string,
): Pick<DocumentParts, 'standing' | 'created'> {
  const day = formatDay(dayIn(zone, now), language);
  return {
    standing: translator(language)('doc.standing.submitted', { day }),
    created: now.toISOString(),
  };
}
