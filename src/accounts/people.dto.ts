import { IntersectionType } from '@nestjs/swagger';
import { Day, Flag, OneOf, Text } from '../platform/http/fields.js';
import { Email } from '../platform/http/address-fields.js';
import { ListOf } from '../platform/http/list-fields.js';
import { InOrder, Rule } from '../platform/http/read-input.js';
import { isZone } from '../platform/i18n/dates.js';
import { type Language, LANGUAGES } from '../platform/i18n/i18n.js';
import { HOLDING_KINDS, type HoldingKind } from './passwords/holding-kinds.js';
import { Password } from './passwords/password-field.js';
import { type Role, ROLES } from './roles.js';

/** A zone of the IANA database. */
export const Zone = () => Text(64, { check: [isZone, 'error.zone'] });

export class ProfileInput {
  @Text(200) name!: string;
  @OneOf(LANGUAGES) language!: Language;
  @Zone() zone!: string;
  /** Switches the shortcuts of the keyboard off. */
  @Flag() noShortcuts!: boolean;
}

class Addressee {
  @Text(200) name!: string;
  @Email() email!: string;
  @OneOf(LANGUAGES) language!: Language;
}

class GrantFields {
  @OneOf(ROLES) role!: Role;
  /** State code for a focal point. */
  @Text(3, { optional: true }) state!: string | null;
  /** Organization's name for a partner. */
  @Text(120, { optional: true }) partner!: string | null;
  /** Stands in for a focal point, with the same rights. */
  @Flag() deputy!: boolean;
  @Day() fromDay!: string;
  @Day({ optional: true }) untilDay!: string | null;
  /** Whom of the mechanism to write to, when an administrator gives a role where no secretariat is here. */
  @Email({ optional: true }) contact!: string | null;
}

/** A focal point speaks for a State, a partner for an organization. */
const ForSomebody = Rule<GrantFields>(({ role, state, partner }, wrong) => {
  if (role === 'focal-point' && !state) wrong('state', 'error.stateNeeded');
  if (role === 'partner' && !partner) wrong('partner', 'error.partnerNeeded');
});

@InOrder('fromDay', 'untilDay')
@ForSomebody
export class InviteInput extends IntersectionType(Addressee, GrantFields) {}

/** Who takes a role over, and from when on. */
export class HandOverInput extends Addressee {
  @Day() fromDay!: string;
}

/** The last day, or none: then the role ends at once. */
@Rule<EndGrantInput>(({ untilDay, now }, wrong) => {
  if (!now && untilDay === null) wrong('untilDay', 'error.required');
})
export class EndGrantInput {
  @Day({ optional: true }) untilDay!: string | null;
  /** At once, whatever day is given. */
  @Flag() now!: boolean;
  @Flag() confirmed!: boolean;
}
export class ObjectionInput {
  @Text(1000, { optional: true }) reason!: string | null;
}

export class SignInInput {
  @Email() email!: string;
  @Password() password!: string;
  @Text(500, { optional: true }) next!: string | null;
}
/** The interface's language, chosen on a page to come back to. */
export class LanguageInput {
  @OneOf(LANGUAGES) language!: Language;
  @Text(2_000, { optional: true }) next!: string | null;
}

/** What else ends with the old password; sessions where nothing is said. A form sends an empty one besides. */
const Ends = () =>
  ListOf(OneOf(HOLDING_KINDS), {
    default: ['sessions'],
    before: (raw) => (Array.isArray(raw) ? raw.filter((one) => one !== '') : raw),
  });

/** Set by a link; sessions end in any case. */
export class PasswordInput {
  @Password() password!: string;
  @Ends() ends!: HoldingKind[];
}
export class PasswordByLinkInput extends PasswordInput {
  /** Where to after. */
  @Text(500, { optional: true }) next!: string | null;
}
export class ChangePasswordInput extends PasswordInput {
  @Password() current!: string;
}
export class ResetInput {
  @Email() email!: string;
}
