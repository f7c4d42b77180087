import { Flag, LongText, OneOf, Text } from '../../platform/http/fields.js';
import { ListOf } from '../../platform/http/list-fields.js';
import { ITEM_STATUSES, type ItemStatus } from '../../plans/plan/vocabulary.js';
import { type ChallengeCode, challengeCodes, type SupportKind, supportKinds } from './vocabulary.data.js';

const LONG = 20_000;

/** The words of an entry. Everything may be left out: a voluntary process has no mandatory fields. */
export class EntryContent {
  /** Language the entry is written in. */
  @Text(5, { optional: true }) language!: string | null;
  @OneOf(ITEM_STATUSES, { optional: true }) status!: ItemStatus | null;
  @LongText(LONG, { optional: true }) narrative!: string | null;
  @LongText(LONG, { optional: true }) results!: string | null;
  @ListOf(OneOf(challengeCodes)) challengeCodes!: ChallengeCode[];
  @LongText(LONG, { optional: true }) challenges!: string | null;
  @LongText(LONG, { optional: true }) nextSteps!: string | null;
  @ListOf(OneOf(supportKinds)) supportKinds!: SupportKind[];
  @LongText(LONG, { optional: true }) support!: string | null;
  /** The reporter holds this up as a practice others may learn from. */
  @Flag() practice!: boolean;
}
