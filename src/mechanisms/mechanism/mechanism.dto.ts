import { z } from 'zod';
import { zone } from '../../accounts/people.dto.js';
import { choice, day, listOf, optionalDay, optionalText, text, version } from '../../platform/http/input.js';
import { OFFICES } from './mechanism.entity.js';

/** Languages a mechanism may work in; the interface itself has fewer. */
export const WORKING_LANGUAGES = ['en', 'fr', 'es', 'ar', 'pt', 'ru', 'zh'] as const;
export const MEMBERSHIP_KINDS = ['member', 'observer'] as const;

export const mechanismInput = z.object({
  officialName: text(300),
  shortName: text(120),
  abbreviation: text(40),
  zone: zone(),
  /** The default: texts are written in it unless said otherwise. */
  language: choice(WORKING_LANGUAGES),
  /** The others. */
  languages: listOf(z.enum(WORKING_LANGUAGES)),
  version: version(),
});
/** For the API: what is left out stays as it is. */
export const mechanismPatch = mechanismInput.partial().required({ version: true });
export type MechanismPatch = z.output<typeof mechanismPatch>;

const endsAfterStart = (
  term: { fromDay: string | null; untilDay: string | null },
  context: z.RefinementCtx,
): void => {
  if (term.fromDay && term.untilDay && term.untilDay < term.fromDay) {
    context.addIssue({ code: 'custom', path: ['untilDay'], message: 'error.endsBeforeStart' });
  }
};

export const membershipInput = z
  .object({
    state: text(3),
    kind: choice(MEMBERSHIP_KINDS),
    fromDay: optionalDay(),
    untilDay: optionalDay(),
    source: optionalText(1000),
    doubt: optionalText(1000),
  })
  .superRefine(endsAfterStart);
export type MembershipInput = z.output<typeof membershipInput>;

export const termInput = z
  .object({
    office: choice(OFFICES),
    state: optionalText(3),
    holder: optionalText(200),
    fromDay: day(),
    untilDay: optionalDay(),
    source: optionalText(1000),
  })
  .superRefine(endsAfterStart)
  .superRefine((term, context) => {
    if (Boolean(term.state) === Boolean(term.holder)) {
      context.addIssue({ code: 'custom', path: ['holder'], message: 'error.termHolder' });
    }
  });
export type TermInput = z.output<typeof termInput>;

/** The last day a membership or term holds. */
export const endInput = z.object({ untilDay: day() });
