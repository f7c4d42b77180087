import { Injectable } from '@nestjs/common';
import type { Account } from '../accounts/account.entity.js';
import { PeopleService } from '../accounts/people.service.js';
import { voicesIn } from '../accounts/roles.js';
import { holdsNow } from '../accounts/seats/seat-period.js';
import { Clock } from '../platform/clock.js';
import type { Actor } from '../platform/http/actor.js';
import type { WayStep } from './clearance.entity.js';

/** Who speaks for a State in a mechanism today: its focal points and their deputies. */
@Injectable()
export class DelegationPeopleService {
  constructor(
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  /** Each once, by name. As in `actorOf`, whoever is of the secretariat has no part of a State there. */
  async listFor(mechanismId: string, state: string): Promise<Account[]> {
    const now = this.clock.now();
    const here = (await this.people.holders(mechanismId)).filter(
      (grant) => grant.account.closedAt === null && holdsNow(grant, now),
    );
    const office = here.filter(({ role }) => role === 'secretariat').map(({ accountId }) => accountId);
    const grants = here.filter(
      ({ role, subject, accountId }) =>
        role === 'focal-point' && subject === state && !office.includes(accountId),
    );
    const accounts = new Map(grants.map(({ account }) => [account.id, account]));
    return [...accounts.values()].sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
  }

  /**
   * Who is asked to pass a step: its owner, or, once the owner no longer speaks for the delegation whose step it is, all
   * who do where the words come from. Empty when nobody does, or when the owner cannot read them: a seat there only does
   * not open what is written here, and no colleague stands in for them.
   */
  async askedFor(
    step: WayStep,
    mechanismId: string,
    state: string,
  ): Promise<{ open: boolean; people: Account[] }> {
    const here = await this.listFor(mechanismId, state);
    const owner = here.find(({ id }) => id === step.accountId);
    const there = step.mechanismId === mechanismId ? here : await this.listFor(step.mechanismId, state);
    if (there.some(({ id }) => id === step.accountId)) return { open: false, people: owner ? [owner] : [] };
    return { open: true, people: here };
  }
}

/**
 * Whether the actor is of the State's delegation there. Who came by a link from a mail answers for it, and has no part
 * in what it settles within: a mail may be passed on.
 */
export const isOfDelegation = (actor: Actor, mechanismId: string, state: string): boolean =>
  actor.kind !== 'link' &&
  actor.accountId !== null &&
  voicesIn(actor, mechanismId).some(({ kind, subject }) => kind === 'state' && subject === state);

/** Whether the actor is of any delegation at all: to all others clearance has nothing to show. */
export const isOfSomeDelegation = (actor: Actor): boolean =>
  actor.grants.some(({ scope, subject }) => subject !== null && isOfDelegation(actor, scope, subject));
