import { OmitType } from '@nestjs/swagger';
import { Flag, OneOf, Text, Whole } from '../../platform/http/fields.js';
import type { PastedPerson } from '../../platform/addresses/pasted.js';
import { Rule } from '../../platform/http/read-input.js';
import { EmailAsTyped, People } from '../../platform/http/address-fields.js';
import { type Language, LANGUAGES } from '../../platform/i18n/i18n.js';

/** A colleague who is given a link. */
export class AnswerLinkInput {
  @Text(200) name!: string;
  @EmailAsTyped() email!: string;
  @OneOf(LANGUAGES) language!: Language;
  /** How many days it opens. */
  @Whole(1, 60) days!: number;
  /** Shows what the delegation wrote to these questions so far, and said last time. */
  @Flag() showsHistory!: boolean;
}

/** One colleague or several, as they are pasted; each is given a link of their own. */
@Rule<AnswerLinksInput>(({ name, email }, wrong) => {
  if (email.length > 1 && name !== null) wrong('name', 'error.nameOfOne');
  if (email.length === 1 && name === null && email[0]!.name === null) wrong('name', 'error.required');
})
export class AnswerLinksInput extends OmitType(AnswerLinkInput, ['name', 'email'] as const) {
  @Text(200, { optional: true }) name!: string | null;
  @People() email!: PastedPerson[];
}
