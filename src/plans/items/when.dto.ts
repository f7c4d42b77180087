import { Day, OneOf, Text } from '../../platform/http/fields.js';
import { Rule, Settled } from '../../platform/http/read-input.js';
import { ITEM_LIMITS } from './item-fields.js';
import { type Precision, PRECISIONS, when, whenProblems } from './when.js';

@Rule<WhenInput>((input, wrong) => {
  for (const [field, key] of whenProblems(input)) wrong(field, key);
})
@Settled<WhenInput>(({ precision, start, end, text }) => when(precision, start, end, text))
export class WhenInput {
  @OneOf(PRECISIONS) precision!: Precision;
  @Day({ optional: true }) start!: string | null;
  @Day({ optional: true }) end!: string | null;
  @Text(ITEM_LIMITS.whenText, { optional: true }) text!: string | null;
}
