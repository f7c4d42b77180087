import { Email } from '../../platform/http/address-fields.js';
import { refused } from '../../platform/http/field.js';
import { Day, LongText, OneOf, Text } from '../../platform/http/fields.js';
import { ListOf, Nested } from '../../platform/http/list-fields.js';
import { InOrder, Rule } from '../../platform/http/read-input.js';
import { type Language, LANGUAGES } from '../../platform/i18n/i18n.js';
import { stateIn } from './list-cells.js';
import { INVITED_ROLES, type InvitedRole } from './list-words.data.js';

/** So many people at once; a list of more comes in parts. */
export const MOST_INVITED = 200;
const LONGEST_LIST = 60_000;

/** Codes, or names in any of the languages. */
const State = () =>
  Text(120, { optional: true, parse: (text) => stateIn(text) ?? refused(text, 'error.state') });

/** A focal point or its deputy speaks for a State, a partner for an organization. */
@Rule<InvitationInput>(({ role, state, partner }, wrong) => {
  if ((role === 'focal-point' || role === 'deputy') && !state) wrong('state', 'error.stateNeeded');
  if (role === 'partner' && !partner) wrong('partner', 'error.partnerNeeded');
})
export class InvitationInput {
  @Text(200) name!: string;
  @Email() email!: string;
  /** `deputy` stands in for a focal point, with the same rights. */
  @OneOf(INVITED_ROLES) role!: InvitedRole;
  /** Of a focal point or deputy: a code, or a name in any of the languages. */
  @State() state!: string | null;
  @OneOf(LANGUAGES) language!: Language;
  /** Of a partner: its organization. */
  @Text(120, { optional: true }) partner!: string | null;
}

/** Several people with a role each; all of them get theirs, or nobody. */
@InOrder('fromDay', 'untilDay')
export class InvitationsInput {
  @ListOf(Nested(() => InvitationInput), { min: 1, max: MOST_INVITED }) rows!: InvitationInput[];
  @Day() fromDay!: string;
  @Day({ optional: true }) untilDay!: string | null;
  /** Whom of the mechanism to write to, when an administrator gives a role where no secretariat is here. */
  @Email({ optional: true }) contact!: string | null;
}

/** What holds for whom a list says nothing of it. */
export class ListDefaults {
  @OneOf(INVITED_ROLES, { ifMissing: 'focal-point' }) role!: InvitedRole;
  /** A State or an organization, as it is typed. */
  @Text(120, { optional: true }) of!: string | null;
  /** None: the one of the mechanism's languages that is an official one of their State, else its first. */
  @OneOf(LANGUAGES, { optional: true }) language!: Language | null;
}

/** A list as it is pasted. */
export class InvitedListInput extends ListDefaults {
  @LongText(LONGEST_LIST) text!: string;
}
