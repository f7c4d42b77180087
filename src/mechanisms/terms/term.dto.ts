import { Day, LongText, OneOf, Text } from '../../platform/http/fields.js';
import { Rule, InOrder } from '../../platform/http/read-input.js';
import { OFFICES, type Office } from '../mechanism/mechanism.entity.js';

@Rule<TermInput>(({ state, holder }, wrong) => {
  if (Boolean(state) === Boolean(holder)) wrong('holder', 'error.termHolder');
})
@InOrder('fromDay', 'untilDay')
export class TermInput {
  @OneOf(OFFICES) office!: Office;
  @Text(3, { optional: true }) state!: string | null;
  @Text(200, { optional: true }) holder!: string | null;
  @Day() fromDay!: string;
  @Day({ optional: true }) untilDay!: string | null;
  @LongText(1000, { optional: true }) source!: string | null;
}
