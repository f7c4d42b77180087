import type { RoleGrant } from '../../accounts/account.entity.js';
import { Nomination } from '../../accounts/seats/nomination.entity.js';
import { States } from '../../accounts/states.js';
import type { Mechanism, Membership, Term } from './mechanism.entity.js';
import { logoAddress } from '../look/look.js';
import { byStateName } from './mechanism.view.js';
import { type RegistryEntry, registryEntry } from '../registry/registry.js';

export const mechanismResource = (one: Mechanism) => ({
  id: one.id,
  officialName: one.officialName,
  shortName: one.shortName,
  abbreviation: one.abbreviation,
  officialNames: one.officialNames,
  shortNames: one.shortNames,
  category: one.category,
  zone: one.zone,
  languages: one.languages,
  requireSecondFactor: one.requireSecondFactor,
  fourEyes: one.fourEyes,
  fewestReporters: one.fewestReporters,
  colour: one.colour,
  logo: logoAddress(one),
  logoText: one.logoText,
  version: one.version,
});

/** With what is not everybody's to know, for who sets it. */
export const settingsResource = (one: Mechanism) => ({
  ...mechanismResource(one),
  replyAddress: one.replyAddress,
});

export const mechanismDetailResource = (
  one: Mechanism,
  memberships: Membership[],
  terms: Term[],
  language: string,
) => ({
  ...mechanismResource(one),
  facts: factsResource(registryEntry(one.id)),
  memberships: byStateName(memberships, language).map((membership) =>
    membershipResource(membership, language),
  ),
  terms: terms.map((term) => termResource(term, language)),
});

/** What the registry knows of it; null marks what nobody confirmed, and `doubts` says what is open. */
function factsResource(entry: RegistryEntry | undefined) {
  if (!entry) return null;
  return {
    language: 'en',
    formerNames: entry.formerNames,
    regions: entry.regions,
    yearEstablished: entry.yearEstablished,
    active: entry.active,
    secretariat: entry.secretariat,
    associatedOrganization: entry.associatedOrganization,
    workingLanguages: entry.workingLanguages,
    memberCountStated: entry.memberCountStated,
    membersBasis: entry.membersBasis,
    membersAsOf: entry.membersAsOf,
    membersNote: entry.membersNote,
    commissions: entry.commissions,
    notes: entry.notes,
    source: entry.source,
    doubts: entry.doubts,
    createdAfter2018: entry.createdAfter2018,
  };
}

const stateResource = (code: string, language: string) => ({ code, name: States.name(code, language) });

export const membershipResource = (one: Membership, language: string) => ({
  id: one.id,
  state: { ...stateResource(one.stateCode, language), ...(one.ownName && { name: one.ownName }) },
  footnote: one.footnote,
  kind: one.kind,
  fromDay: one.fromDay,
  untilDay: one.untilDay,
  source: one.source,
  doubt: one.doubt,
});

export const stateMembershipResource = (one: Membership, language: string) => ({
  mechanism: { id: one.mechanism.id, shortName: one.mechanism.shortName },
  ...membershipResource(one, language),
});

const termResource = (one: Term, language: string) => ({
  id: one.id,
  office: one.office,
  state: one.stateCode && stateResource(one.stateCode, language),
  holder: one.holder,
  fromDay: one.fromDay,
  untilDay: one.untilDay,
  source: one.source,
});

/** A role, or a seat that waits: only one whose `standing` is `held` gives anybody anything. */
export const seatResource = (one: RoleGrant | Nomination) => ({
  id: one.id,
  mechanismId: one.mechanismId,
  role: one.role,
  subject: one.subject,
  deputy: one.deputy,
  fromDay: one.fromDay,
  untilDay: one.untilDay,
  ...(one instanceof Nomination
    ? { standing: one.state, waitsFor: one.stage, holdsFrom: one.holdsFrom?.toISOString() ?? null }
    : { standing: 'held', endedAt: one.endedAt?.toISOString() ?? null }),
});

export const holderResource = (one: RoleGrant | Nomination) => ({
  ...seatResource(one),
  person: { id: one.account.id, name: one.account.name, email: one.account.email },
});
