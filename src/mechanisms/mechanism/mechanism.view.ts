import type { RoleGrant } from '../../accounts/account.entity.js';
import { States } from '../../accounts/states.js';
import type { Actor } from '../../platform/http/actor.js';
import type { Day } from '../../platform/i18n/day.js';
import { type TextKey, translator } from '../../platform/i18n/i18n.js';
import { listed } from '../../platform/i18n/listed.js';
import type { Mechanism, Membership, Term } from './mechanism.entity.js';
import { hasEnded } from './period.js';
import { categories, type CategoryDefinition } from '../registry/registry.data.js';
import { registryEntry, seedTotals2018 } from '../registry/registry.js';

/** In the order of the reader's own alphabet. */
export const byStateName = <T extends { stateCode: string }>(rows: T[], language: string): T[] => {
  const order = States.sorted(new Set(rows.map((row) => row.stateCode)), language);
  const position = new Map(order.map((code, index) => [code, index]));
  return [...rows].sort((a, b) => position.get(a.stateCode)! - position.get(b.stateCode)!);
};

export interface CategoryGroup {
  category: CategoryDefinition;
  mechanisms: Mechanism[];
  /** How many the 2019 review counts as active in 2018. */
  stated2018: number;
  /** How many of those listed here existed in 2018, as far as the registry says. */
  counted2018: number;
}

export function byCategory(mechanisms: Mechanism[]): CategoryGroup[] {
  return categories.map((category) => {
    const inside = mechanisms.filter((mechanism) => mechanism.category === category.code);
    const of2018 = inside.filter((mechanism) => registryEntry(mechanism.id)?.createdAfter2018 === false);
    return {
      category,
      mechanisms: inside,
      stated2018: seedTotals2018[category.code],
      counted2018: of2018.length,
    };
  });
}

/** Those the actor has a role in. */
export const ownOf = (actor: Actor, mechanisms: Mechanism[]): Mechanism[] =>
  mechanisms.filter((mechanism) => actor.grants.some((grant) => grant.scope === mechanism.id));

/** Memberships that share a source and a doubt, which are then said once. */
export interface MemberGroup {
  source: string | null;
  doubt: string | null;
  memberships: Membership[];
}

export function bySource(memberships: Membership[]): MemberGroup[] {
  const groups = new Map<string, MemberGroup>();
  for (const membership of memberships) {
    const { source, doubt } = membership;
    const key = JSON.stringify([source, doubt]);
    const group = groups.get(key) ?? { source, doubt, memberships: [] };
    group.memberships.push(membership);
    groups.set(key, group);
  }
  return [...groups.values()];
}

export interface MemberLists {
  members: MemberGroup[];
  observers: MemberGroup[];
  former: Membership[];
}

/** The members page by page order: members, observers, and those whose time has ended. */
export function memberLists(memberships: Membership[], today: Day, language: string): MemberLists {
  const sorted = byStateName(memberships, language);
  const here = sorted.filter((one) => !hasEnded(one, today));
  return {
    members: bySource(here.filter((one) => one.kind === 'member')),
    observers: bySource(here.filter((one) => one.kind === 'observer')),
    former: sorted.filter((one) => hasEnded(one, today)),
  };
}

/** Whom a role is held for, in words: a State by its name in the reader's language, a partner as it is called. */
export const subjectName = (grant: Pick<RoleGrant, 'role' | 'subject'>, language: string): string | null =>
  grant.role === 'focal-point' && grant.subject ? States.name(grant.subject, language) : grant.subject;

/** Who holds a term, in words. */
export const holderName = (term: Pick<Term, 'stateCode' | 'holder'>, language: string): string =>
  term.stateCode ? States.name(term.stateCode, language) : (term.holder ?? '');

/** The regions of a mechanism, in words of the interface: they describe it, and are no official names. */
export const regionNames = (regions: readonly string[], language: string): string =>
  listed(
    regions.map((region) =>
      translator(language)(`region.${region.toLowerCase().replaceAll(' ', '-')}` as TextKey),
    ),
    language,
    'unit',
  );
