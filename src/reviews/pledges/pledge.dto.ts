import { Day, LongText, OneOf, Text, Version, Whole } from '../../platform/http/fields.js';
import { ListOf } from '../../platform/http/list-fields.js';
import { Rule } from '../../platform/http/read-input.js';
import { type Language, LANGUAGES } from '../../platform/i18n/i18n.js';
import {
  PLEDGE_AUDIENCES,
  PLEDGE_CHARACTERS,
  PLEDGE_KINDS,
  PLEDGE_NATURES,
  PLEDGE_OBJECTIVES,
  PLEDGE_STANDINGS,
  type PledgeAudience,
  type PledgeKind,
  type PledgeNature,
  type PledgeStanding,
} from './vocabulary.js';

@Rule<PledgeInput>(({ kind, matches, text }, wrong) => {
  if (kind === 'matching' && matches === null) wrong('matches', 'error.required');
  if (text.length < PLEDGE_CHARACTERS.least)
    wrong('text', 'error.tooShort', { minimum: PLEDGE_CHARACTERS.least });
})
export class PledgeInput {
  @Text(300) name!: string;
  @OneOf(LANGUAGES) language!: Language;
  @OneOf(PLEDGE_KINDS) kind!: PledgeKind;
  @Text(300, { optional: true }) matches!: string | null;
  @OneOf(PLEDGE_NATURES) nature!: PledgeNature;
  @ListOf(Whole(1, 23), { min: 1, max: PLEDGE_OBJECTIVES }) objectives!: number[];
  @LongText(2000, { optional: true }) participants!: string | null;
  @LongText(PLEDGE_CHARACTERS.most) text!: string;
}
export class PledgeChange extends PledgeInput {
  @Version() version!: number;
}

export class PledgeAudienceInput {
  @OneOf(PLEDGE_AUDIENCES) audience!: PledgeAudience;
}

export class PledgeUpdateInput {
  @OneOf(PLEDGE_STANDINGS) standing!: PledgeStanding;
  @LongText(5000, { optional: true }) narrative!: string | null;
  /** Today when left out. */
  @Day({ optional: true }) asOf!: string | null;
}
