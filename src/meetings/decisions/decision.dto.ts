import { z } from 'zod';
import { choice, listOf, optionalDay, optionalText, version } from '../../platform/http/input.js';
import { localizedText } from '../../platform/http/localized.js';
import { named, ownerText, unique } from '../../plans/plan/plan.dto.js';
import { DECISION_VERBS } from '../meeting/vocabulary.js';

const decisionFields = z.object({
  /** As the document numbers it. */
  number: z.preprocess((value) => value ?? '', z.coerce.string().trim().max(40)),
  verb: choice(DECISION_VERBS),
  /** The word for the verb `other`. */
  ownVerb: optionalText(100),
  /** `chair`, `state:KEN`, `working-group:Migration data` */
  addressees: listOf(ownerText),
  /** A form's lists of names, one a line. */
  addresseeNames: z
    .object({ groups: optionalText(2000), workingGroups: optionalText(2000), partners: optionalText(2000) })
    .partial()
    .optional(),
  text: localizedText(20_000),
  dueDay: optionalDay(),
  /** Plan items it is about: ids. */
  items: listOf(z.uuid()),
  /** A form's way to name more: codes, of this plan. */
  planId: z.preprocess((value) => value || null, z.uuid().nullable()),
  itemCodes: optionalText(500),
});

type Fields = z.output<typeof decisionFields>;

function checkVerb({ verb, ownVerb }: Pick<Fields, 'verb' | 'ownVerb'>, context: z.RefinementCtx): void {
  if (verb === 'other' && !ownVerb)
    context.addIssue({ code: 'custom', path: ['ownVerb'], message: 'error.required' });
}

const settle = <T extends Fields>({ addresseeNames = {}, ...input }: T) => ({
  ...input,
  ownVerb: input.verb === 'other' ? input.ownVerb : null,
  addressees: unique(
    [
      ...input.addressees,
      ...named('group', addresseeNames.groups ?? null),
      ...named('working-group', addresseeNames.workingGroups ?? null),
      ...named('partner', addresseeNames.partners ?? null),
    ],
    ({ kind, subject }) => `${kind}:${subject}`,
  ),
  items: [...new Set(input.items)],
});

export const decisionInput = decisionFields.superRefine(checkVerb).transform(settle);
export type DecisionInput = z.output<typeof decisionInput>;
export const decisionChange = decisionFields
  .extend({ version: version() })
  .superRefine(checkVerb)
  .transform(settle);
export type DecisionChange = z.output<typeof decisionChange>;
