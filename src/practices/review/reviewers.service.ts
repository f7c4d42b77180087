import { Injectable } from '@nestjs/common';
import { can, demand, type Role, voicesIn } from '../../accounts/roles.js';
import { actorOf } from '../../accounts/actor-of.js';
import type { RoleGrant } from '../../accounts/account.entity.js';
import { PeopleService } from '../../accounts/people.service.js';
import { Clock } from '../../platform/clock.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import type { Practice } from '../practice.entity.js';
import { PracticeVolunteer } from './review.entity.js';

const PEERS: readonly Role[] = ['chair', 'focal-point'];

/** Who advises on practices in a mechanism, and whom news about one concern. */
@Injectable()
export class ReviewersService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly history: History,
  ) {}

  /** Is ready from now on to advise on what is offered here, or no longer. */
  async volunteer(actor: Actor, mechanismId: string, ready: boolean): Promise<void> {
    demand(actor, 'practices.review', mechanismId, 'mechanism');
    const row = { mechanismId, accountId: actor.accountId! };
    await this.unitOfWork.run(async (manager) => {
      await manager.delete(PracticeVolunteer, row);
      if (ready) await manager.insert(PracticeVolunteer, { ...row, since: this.clock.now() });
      await this.history.record(actor, {
        action: ready ? 'practice.volunteer' : 'practice.stopVolunteering',
        subjectKind: 'account',
        subjectId: row.accountId,
        scope: mechanismId,
      });
    });
  }

  /** People who may be asked: peers in the mechanism who do not speak for the owner, by name. */
  async peers(practice: Practice): Promise<{ id: string; name: string }[]> {
    const grants = await this.people.holders(practice.mechanismId);
    const peers = grants.filter((grant) => PEERS.includes(grant.role) && !speaksFor(grant, practice));
    const owners = new Set(
      grants.filter((grant) => speaksFor(grant, practice)).map(({ accountId }) => accountId),
    );
    const named = new Map(peers.map(({ account }) => [account.id, account.name]));
    return [...named]
      .filter(([id]) => !owners.has(id))
      .map(([id, name]) => ({ id, name }))
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  /** Accounts to notify that a practice was offered: the secretariat and those ready to advise. */
  async readyFor({ mechanismId }: Practice): Promise<string[]> {
    const offices = await this.people.holders(mechanismId, 'secretariat');
    const volunteers = await this.unitOfWork.read.findBy(PracticeVolunteer, { mechanismId });
    return [...offices, ...volunteers].map(({ accountId }) => accountId);
  }

  /** Accounts of those who speak for its owner. */
  async owners(practice: Practice): Promise<string[]> {
    const grants = await this.people.holders(practice.mechanismId);
    return grants.filter((grant) => speaksFor(grant, practice)).map(({ accountId }) => accountId);
  }

  /** The person as an actor, for mails; null when there is no such account. */
  async actor(accountId: string): Promise<Actor | null> {
    const account = await this.people.find({ id: accountId });
    return account && actorOf(account, 'person', this.clock.now());
  }
}

/** For whom a peer's advice comes: the State first, then the chair, then the secretariat. */
export function peerVoice(actor: Actor, mechanismId: string): string {
  const state = voicesIn(actor, mechanismId).find(({ kind }) => kind === 'state');
  if (state) return `state:${state.subject}`;
  return can(actor, 'practices.manage', mechanismId) ? 'secretariat' : 'chair';
}

function speaksFor({ role, subject }: RoleGrant, { ownerKind, owner }: Practice): boolean {
  const roles = { state: 'focal-point', partner: 'partner', secretariat: 'secretariat' } as const;
  return role === roles[ownerKind] && (ownerKind === 'secretariat' || subject === owner);
}
