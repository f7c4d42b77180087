import type { Role } from '../accounts/roles.js';
import type { SupportRequest } from './support.entity.js';

/** A new request is open to its own State alone. */
export const NOBODY = {
  toSecretariat: false,
  toPartners: false,
  toMembers: false,
  offersToSecretariat: false,
};

/** Whom a request may be released to, as roles. */
export const AUDIENCES = {
  toSecretariat: ['secretariat'],
  toPartners: ['partner'],
  toMembers: ['focal-point', 'chair'],
} as const satisfies Record<string, readonly Role[]>;

export type Audience = Pick<SupportRequest, keyof typeof AUDIENCES>;
export const audienceOf = ({ toSecretariat, toPartners, toMembers }: SupportRequest): Audience => ({
  toSecretariat,
  toPartners,
  toMembers,
});

/** Those a request is released to now and was not before. */
export const newlyLetIn = (now: Audience, before: Audience) =>
  (Object.keys(AUDIENCES) as (keyof typeof AUDIENCES)[]).filter((one) => now[one] && !before[one]);
