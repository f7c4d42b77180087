import { Day, LongText, OneOf, Text } from '../../platform/http/fields.js';
import { InOrder, Rule } from '../../platform/http/read-input.js';

export const MEMBERSHIP_KINDS = ['member', 'observer'] as const;

/** A State of the list, or another participant with its code, and the name that the mechanism gives it. */
@InOrder('fromDay', 'untilDay')
@Rule<MembershipInput>(({ state, otherCode }, wrong) => {
  if (state === null && otherCode === null) wrong('state', 'error.required');
})
export class MembershipInput {
  @Text(3, { optional: true }) state!: string | null;
  @OneOf(MEMBERSHIP_KINDS) kind!: (typeof MEMBERSHIP_KINDS)[number];
  @Day({ optional: true }) fromDay!: string | null;
  @Day({ optional: true }) untilDay!: string | null;
  @LongText(1000, { optional: true }) source!: string | null;
  @LongText(1000, { optional: true }) doubt!: string | null;
  /** In place of `state`: the ISO 3166-1 code of a participant that the United Nations do not list as a State. */
  @Text(3, { optional: true }) otherCode!: string | null;
  /** What the mechanism calls it, with the mark of its footnote. */
  @Text(200, { optional: true }) ownName!: string | null;
  @LongText(1000, { optional: true }) footnote!: string | null;
}
