import { dayIn, formatDay } from '../../platform/i18n/dates.js';
import { translator } from '../../platform/i18n/i18n.js';
import type { CompiledSection, SubmissionText } from '../compilation/compiled.js';
import type { Submission, SubmissionSection } from '../submissions/submission.entity.js';

/** A submission, with its sections, as it reads now; null before the first compilation. */
export function textOf(submission: Submission): SubmissionText | null {
  const { compiled, sections, state, language, compiledAt, createdAt } = submission;
  if (!compiled) return null;
  const ordered = inOrder(sections);
  return {
    compiled: {
      ...compiled.head,
      sections: ordered
        .map((section) => section.compiled)
        .filter((section): section is CompiledSection => section !== null),
    },
    own: Object.fromEntries(ordered.flatMap(({ key, edited }) => (edited ? [[key, edited]] : []))),
    standing: translator(language)(`doc.standing.${state === 'submitted' ? 'cleared' : state}`),
    created: (compiledAt ?? createdAt).toISOString(),
  };
}

/** The text as it is frozen at a moment; the day is the one it is where the mechanism is. */
export function frozenText(text: SubmissionText, now: Date, zone: string): SubmissionText {
  const { language } = text.compiled;
  const day = formatDay(dayIn(zone, now), language);
  return {
    ...text,
    standing: translator(language)('doc.standing.submitted', { day }),
    created: now.toISOString(),
  };
}

export const inOrder = (sections: readonly SubmissionSection[]) =>
  [...sections].sort((a, b) => a.position - b.position);
