import { LongText, OneOf, Uuid } from '../../platform/http/fields.js';
import { CRITERIA, type Criterion } from '../vocabulary.js';

export class PracticeCommentInput {
  @OneOf(CRITERIA) criterion!: Criterion;
  @LongText(5000) text!: string;
}

export class ReviewerInput {
  @Uuid() accountId!: string;
}
