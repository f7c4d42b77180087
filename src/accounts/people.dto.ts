import { z } from 'zod';
import { choice, day, email, flag, optionalDay, optionalText, text } from '../platform/http/input.js';
import { isZone } from '../platform/i18n/dates.js';
import { LANGUAGES } from '../platform/i18n/i18n.js';
import { ROLES } from './roles.js';

export const zone = () => text(64).refine(isZone, { message: 'error.zone' });

const grantFields = {
  role: choice(ROLES),
  /** State code for a focal point. */
  state: optionalText(3),
  /** Organization's name for a partner. */
  partner: optionalText(120),
  /** Stands in for a focal point, with the same rights. */
  deputy: flag(),
  fromDay: day(),
  untilDay: optionalDay(),
};

type GrantFields = {
  role: string;
  state: string | null;
  partner: string | null;
  fromDay: string;
  untilDay: string | null;
};

/** A focal point speaks for a State, a partner for an organization, and a term ends after it begins. */
function checkGrant(grant: GrantFields, context: z.RefinementCtx): void {
  const wrong = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message });
  if (grant.role === 'focal-point' && !grant.state) wrong('state', 'error.stateNeeded');
  if (grant.role === 'partner' && !grant.partner) wrong('partner', 'error.partnerNeeded');
  if (grant.untilDay && grant.untilDay < grant.fromDay) wrong('untilDay', 'error.endsBeforeStart');
}

export const inviteInput = z
  .object({ name: text(200), email: email(), language: choice(LANGUAGES), ...grantFields })
  .superRefine(checkGrant);
export type InviteInput = z.output<typeof inviteInput>;

export const profileInput = z.object({ name: text(200), language: choice(LANGUAGES), zone: zone() });
export type ProfileInput = z.output<typeof profileInput>;

const password = z.string({ error: 'error.required' }).max(256);
export const signInInput = z.object({ email: email(), password, next: optionalText(500) });
export const passwordInput = z.object({ password });
export const changePasswordInput = z.object({ current: password, password });
export const resetInput = z.object({ email: email() });
export const tokenInput = z.object({ label: text(100), expires: optionalDay() });
/** Who takes a role over, and from when on. */
export const handOverInput = z.object({
  name: text(200),
  email: email(),
  language: choice(LANGUAGES),
  fromDay: day(),
});
export type HandOverInput = z.output<typeof handOverInput>;
export const endGrantInput = z.object({ untilDay: day(), confirmed: flag() });
