import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { RoleGrant } from '../../accounts/account.entity.js';
import { can } from '../../accounts/roles.js';
import { holdsNow } from '../../accounts/seats/seat-period.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { type Readers, readersOf, voiceKey } from './readers.js';

/** Who would read what somebody opens in a mechanism: named before they choose. */
@Injectable()
export class ReadersService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** By mechanism, in one statement. Of one in which the actor has no part nothing is said: its people are not theirs to know. */
  async of(actor: Actor, mechanismIds: readonly string[]): Promise<Map<string, Readers>> {
    const mine = [...new Set(mechanismIds)].filter((id) => can(actor, 'mechanism.read', id));
    if (mine.length === 0) return new Map();
    const grants = await this.unitOfWork.read.find(RoleGrant, {
      where: { mechanismId: In(mine) },
      relations: { account: true },
      order: { account: { name: 'ASC' } },
    });
    const now = this.clock.now();
    const voices = new Map(
      mine.map((id) => [id, new Set(actor.grants.filter(({ scope }) => scope === id).map(voiceKey))]),
    );
    return new Map(
      mine.map((id) => {
        const here = grants.filter((grant) => grant.mechanismId === id && holdsNow(grant, now));
        const named = here.map(({ role, subject, account: { name } }) => ({ role, subject, name }));
        return [id, readersOf(named, voices.get(id)!)];
      }),
    );
  }

  /** The same for one. */
  async in(actor: Actor, mechanismId: string): Promise<Readers | null> {
    return (await this.of(actor, [mechanismId])).get(mechanismId) ?? null;
  }
}
