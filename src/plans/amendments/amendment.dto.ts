import { Day, LongText, Text } from '../../platform/http/fields.js';

export class AmendmentInput {
  @LongText(5000) reason!: string;
  @Text(300, { optional: true }) decidedBy!: string | null;
  @Day({ optional: true }) decidedOn!: string | null;
}
