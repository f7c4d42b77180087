import { Day, LongText, OneOf, Text } from '../../platform/http/fields.js';
import { InOrder } from '../../platform/http/read-input.js';

export const MEMBERSHIP_KINDS = ['member', 'observer'] as const;

@InOrder('fromDay', 'untilDay')
export class MembershipInput {
  @Text(3) state!: string;
  @OneOf(MEMBERSHIP_KINDS) kind!: (typeof MEMBERSHIP_KINDS)[number];
  @Day({ optional: true }) fromDay!: string | null;
  @Day({ optional: true }) untilDay!: string | null;
  @LongText(1000, { optional: true }) source!: string | null;
  @LongText(1000, { optional: true }) doubt!: string | null;
}
