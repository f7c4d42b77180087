import { Injectable } from '@nestjs/common';
import type { RoleGrant } from '../../accounts/account.entity.js';
import { PeopleService } from '../../accounts/people.service.js';
import { holdsNow } from '../../accounts/seats/seat-period.js';
import { States } from '../../accounts/states.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { MembersService } from '../../mechanisms/members/members.service.js';
import { holdsOn } from '../../mechanisms/mechanism/period.js';
import { Clock } from '../../platform/clock.js';
import { alphabet } from '../../platform/i18n/alphabet.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { keyOf } from './question-target.js';
import type { RoundAddressee } from '../round/round.entity.js';

/** Who may be asked in a mechanism, each in alphabetical order. */
export interface EligibleAddressees {
  /** Members. */
  states: string[];
  observers: string[];
  partners: string[];
}

/** Whom a mechanism's rounds may ask, and who speaks for them. */
@Injectable()
export class EligibleAddresseesService {
  constructor(
    private readonly mechanisms: MechanismsService,
    private readonly members: MembersService,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  /** Members and observers of today, and partners whose people hold a role. Throws NotFoundError for an unknown mechanism. */
  async eligibleIn(mechanismId: string, language: string): Promise<EligibleAddressees> {
    const { zone } = await this.mechanisms.find(mechanismId);
    const today = dayIn(zone, this.clock.now());
    const [memberships, partners] = await Promise.all([
      this.members.listFor(mechanismId),
      this.people.holders(mechanismId, 'partner'),
    ]);
    const here = memberships.filter((one) => holdsOn(one, today));
    const codes = (kind: 'member' | 'observer') =>
      here.filter((one) => one.kind === kind).map(({ stateCode }) => stateCode);
    const states = new Set(codes('member'));
    const observers = new Set(codes('observer').filter((code) => !states.has(code)));
    return {
      states: States.sorted(states, language),
      observers: States.sorted(observers, language),
      partners: [...new Set(partners.flatMap(({ subject }) => subject ?? []))].sort(
        alphabet(language).compare,
      ),
    };
  }

  /** The people who speak for these addressees now, by the addressee's key. */
  async speakers(
    mechanismId: string,
    addressees: readonly Pick<RoundAddressee, 'kind' | 'subject'>[],
  ): Promise<Map<string, RoleGrant[]>> {
    const speakers = new Map<string, RoleGrant[]>(addressees.map((one) => [keyOf(one), []]));
    const now = this.clock.now();
    for (const role of ['focal-point', 'partner'] as const) {
      const kind = role === 'partner' ? 'partner' : 'state';
      for (const grant of await this.people.holders(mechanismId, role)) {
        const { account, subject } = grant;
        if (account.closedAt || subject === null || !holdsNow(grant, now)) continue;
        speakers.get(keyOf({ kind, subject }))?.push(grant);
      }
    }
    return speakers;
  }
}
