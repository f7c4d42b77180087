import { IntersectionType, OmitType } from '@nestjs/swagger';
import { Zone } from '../../accounts/people.dto.js';
import { Day, OneOf, Text, Version } from '../../platform/http/fields.js';
import { ListOf } from '../../platform/http/list-fields.js';
import { InOrder, Patch, Rule } from '../../platform/http/read-input.js';
import { type Office, OFFICES } from './mechanism.entity.js';

/** Languages a mechanism may work in; the interface itself has fewer. */
export const WORKING_LANGUAGES = ['en', 'fr', 'es', 'ar', 'pt', 'ru', 'zh'] as const;
type WorkingLanguage = (typeof WORKING_LANGUAGES)[number];
export const MEMBERSHIP_KINDS = ['member', 'observer'] as const;

class Versioned {
  @Version() version!: number;
}

export class MechanismInput {
  @Text(300) officialName!: string;
  @Text(120) shortName!: string;
  @Text(40) abbreviation!: string;
  @Zone() zone!: string;
  /** The default: texts are written in it unless said otherwise. */
  @OneOf(WORKING_LANGUAGES) language!: WorkingLanguage;
  /** The others. */
  @ListOf(OneOf(WORKING_LANGUAGES)) languages!: WorkingLanguage[];
  @Version() version!: number;
}

/** For the API: what is left out stays as it is. */
export class MechanismPatch extends IntersectionType(
  Patch(OmitType(MechanismInput, ['version'])),
  Versioned,
) {}

@InOrder('fromDay', 'untilDay')
export class MembershipInput {
  @Text(3) state!: string;
  @OneOf(MEMBERSHIP_KINDS) kind!: (typeof MEMBERSHIP_KINDS)[number];
  @Day({ optional: true }) fromDay!: string | null;
  @Day({ optional: true }) untilDay!: string | null;
  @Text(1000, { optional: true }) source!: string | null;
  @Text(1000, { optional: true }) doubt!: string | null;
}

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
  @Text(1000, { optional: true }) source!: string | null;
}

/** The last day a membership or term holds. */
export class EndInput {
  @Day() untilDay!: string;
}
