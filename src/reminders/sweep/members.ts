import type { Account, RoleGrant } from '../../accounts/account.entity.js';
import { holdsNow } from '../../accounts/seats/seat-period.js';
import { holdsOn } from '../../mechanisms/mechanism/period.js';
import { dayIn } from '../../platform/i18n/dates.js';
import type { Day } from '../../platform/i18n/day.js';
import { RoleHolders } from './recipients.js';
import { regionOfState } from '../../accounts/states/state-zones.js';
import { regionOfZone } from '../rules/working-days.js';

export interface Member {
  account: Account;
  /** Whose working days they have. */
  region: string | null;
}

/** The people of one mechanism, with the roles they hold now or later. Closed accounts are left out. */
export class Members {
  private readonly grants: RoleGrant[];
  private readonly holders = new Map<Day, RoleHolders>();
  /** Everybody by account id. */
  readonly people: ReadonlyMap<string, Member>;

  constructor(grants: readonly RoleGrant[]) {
    this.grants = grants.filter((grant) => grant.account.closedAt === null);
    this.people = this.everybody();
  }

  /** Who may be asked at a moment, by the zone they are in: it may be Tuesday already for some. */
  byZone(now: Date): { zone: string; today: Day; holders: RoleHolders }[] {
    const zones = new Map<string, RoleGrant[]>();
    for (const grant of this.grants)
      zones.set(grant.account.zone, [...(zones.get(grant.account.zone) ?? []), grant]);
    return [...zones].map(([zone, grants]) => {
      const today = dayIn(zone, now);
      return { zone, today, holders: new RoleHolders(grants.filter((grant) => holdsNow(grant, now))) };
    });
  }

  /** Who may be asked on a day. */
  on(day: Day): RoleHolders {
    const holders =
      this.holders.get(day) ?? new RoleHolders(this.grants.filter((grant) => holdsOn(grant, day)));
    this.holders.set(day, holders);
    return holders;
  }

  private everybody(): Map<string, Member> {
    const states = new Map<string, string[]>();
    for (const { accountId, role, subject } of this.grants) {
      if (role === 'focal-point' && subject)
        states.set(accountId, [...(states.get(accountId) ?? []), subject]);
    }
    return new Map(
      this.grants.map(({ account }) => {
        return [account.id, { account, region: regionOf(states.get(account.id) ?? [], account.zone) }];
      }),
    );
  }
}

/** Whose working week a person has: that of the State they speak for (the first by code), else of the place they are in. */
export function regionOf(states: readonly string[], zone: string): string | null {
  const [state] = [...states].sort();
  return (state && regionOfState(state)) || regionOfZone(zone);
}
