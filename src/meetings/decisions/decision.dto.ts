import { Code, Day, OneOf, Text, Uuid, Version } from '../../platform/http/fields.js';
import { ListOf, Nested } from '../../platform/http/list-fields.js';
import { LongLocalizedText } from '../../platform/http/localized-field.js';
import { Rule, Settled } from '../../platform/http/read-input.js';
import type { Localized } from '../../platform/i18n/localized.js';
import { allOwners, OwnerNames, OwnerText } from '../../plans/items/item-fields.js';
import { DECISION_VERBS, type DecisionVerb } from '../meeting/vocabulary.js';
import type { Addressee } from './decision.entity.js';

const settle = ({ addresseeNames, ...input }: DecisionInput): DecisionInput => ({
  ...input,
  ownVerb: input.verb === 'other' ? input.ownVerb : null,
  addressees: allOwners(input.addressees, addresseeNames),
  items: [...new Set(input.items)],
});

@Settled<DecisionInput>(settle)
@Rule<DecisionInput>(({ verb, ownVerb }, wrong) => {
  if (verb === 'other' && !ownVerb) wrong('ownVerb', 'error.required');
})
export class DecisionInput {
  /** As the document numbers it. */
  @Code(40) number!: string;
  @OneOf(DECISION_VERBS) verb!: DecisionVerb;
  /** The word for the verb `other`. */
  @Text(100, { optional: true }) ownVerb!: string | null;
  /** `chair`, `state:KEN`, `working-group:Migration data` */
  @ListOf(OwnerText()) addressees!: Addressee[];
  @Nested(() => OwnerNames, { omittable: true }) addresseeNames?: OwnerNames;
  @LongLocalizedText(20_000) text!: Localized;
  @Day({ optional: true }) dueDay!: string | null;
  /** Plan items it is about: ids. */
  @ListOf(Uuid()) items!: string[];
  /** A form's way to name more: codes, of this plan. */
  @Uuid({ optional: true }) planId!: string | null;
  @Text(500, { optional: true }) itemCodes!: string | null;
}
export class DecisionChange extends DecisionInput {
  @Version() version!: number;
}
