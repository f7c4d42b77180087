import { IntersectionType, OmitType } from '@nestjs/swagger';
import { Zone } from '../../accounts/people.dto.js';
import { Email } from '../../platform/http/address-fields.js';
import { Day, Flag, OneOf, Text, Version, Whole } from '../../platform/http/fields.js';
import { ListOf, RecordOf, withoutEmpty } from '../../platform/http/list-fields.js';
import { Patch } from '../../platform/http/read-input.js';

/** Languages a mechanism may work in; the interface itself has fewer. */
export const WORKING_LANGUAGES = ['en', 'fr', 'es', 'ar', 'pt', 'ru', 'zh'] as const;
type WorkingLanguage = (typeof WORKING_LANGUAGES)[number];
/** Names by language; those that are empty are none. */
const NamesByLanguage = (max: number) =>
  RecordOf(Text(max), (language) => (WORKING_LANGUAGES as readonly string[]).includes(language), {
    before: withoutEmpty,
    default: {},
  });

class Versioned {
  @Version() version!: number;
}

export class MechanismInput {
  @Text(300) officialName!: string;
  @Text(120) shortName!: string;
  @Text(40) abbreviation!: string;
  /** In other languages, by language: `{"fr": "..."}`; one left empty is none. */
  @NamesByLanguage(300) officialNames!: Record<string, string>;
  @NamesByLanguage(120) shortNames!: Record<string, string>;
  @Zone() zone!: string;
  /** The default: texts are written in it unless said otherwise. */
  @OneOf(WORKING_LANGUAGES) language!: WorkingLanguage;
  /** The others. */
  @ListOf(OneOf(WORKING_LANGUAGES)) languages!: WorkingLanguage[];
  /** Shared address of its secretariat: replies to its mails go there. */
  @Email({ optional: true }) replyAddress!: string | null;
  /** How many reporters must name something before it is counted: more than usual, never fewer. */
  @Whole(5, 50, { omittable: true }) fewestReporters!: number | undefined;
  /** Its secretariat and focal points must sign in with a second factor. */
  @Flag() requireSecondFactor!: boolean;
  /** What its secretariat reports is accepted by somebody else of it. */
  @Flag() fourEyes!: boolean;
  @Version() version!: number;
}

/** Where a mechanism is at work, when it was never said. */
export class MechanismZoneInput {
  @Zone() zone!: string;
  @Version() version!: number;
}

/** For the API: what is left out stays as it is. */
export class MechanismPatch extends IntersectionType(
  Patch(OmitType(MechanismInput, ['version'])),
  Versioned,
) {}

/** The last day a membership or term holds. */
export class EndInput {
  @Day() untilDay!: string;
}
