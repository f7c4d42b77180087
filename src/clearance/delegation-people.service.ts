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

  /** Each once, by name. */
  async listFor(mechanismId: string, state: string): Promise<Account[]> {
    const now = this.clock.now();
    const grants = (await this.people.holders(mechanismId, 'focal-point')).filter(
      (grant) => grant.subject === state && grant.account.closedAt === null && holdsNow(grant, now),
    );
    const accounts = new Map(grants.map(({ account }) => [account.id, account]));
    return [...accounts.values()].sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
  }

  /**
   * Who is asked to pass a step: its owner, or, once the owner no longer speaks for the delegation, all who do where
   * the entry is reported. Empty when nobody does.
   */
  async askedFor(
    step: WayStep,
    mechanismId: string,
    state: string,
  ): Promise<{ open: boolean; people: Account[] }> {
    const here = await this.listFor(mechanismId, state);
    const owner = here.find(({ id }) => id === step.accountId);
    const there = step.mechanismId === mechanismId ? here : await this.listFor(step.mechanismId, state);
    if (owner && there.some(({ id }) => id === owner.id)) return { open: false, people: [owner] };
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
