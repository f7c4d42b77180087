import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { demand } from '../../accounts/roles.js';
import { States } from '../../accounts/states.js';
import { type Change, History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { InvalidError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import type { Day } from '../../platform/i18n/day.js';
import { Mechanism, Membership } from '../mechanism/mechanism.entity.js';
import type { MembershipInput } from './membership.dto.js';
import { overlap } from '../mechanism/period.js';

/** Which States and territories belong to which mechanism, and from when until when. */
@Injectable()
export class MembersService implements OnApplicationBootstrap {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly history: History,
  ) {}

  /** The names that mechanisms give their participants are known by reading them. */
  async onApplicationBootstrap(): Promise<void> {
    await this.unitOfWork.read.findBy(Membership, { ownName: Not(IsNull()) });
  }

  /** Members and observers of a mechanism, those that ended too. */
  listFor(mechanismId: string): Promise<Membership[]> {
    const order = { stateCode: 'ASC', fromDay: 'ASC' } as const;
    return this.unitOfWork.read.find(Membership, { where: { mechanismId }, order });
  }

  /** Where a State or territory is a member or observer, those that ended too. Throws NotFoundError for an unknown code. */
  async ofState(stateCode: string): Promise<Membership[]> {
    if (!States.exists(stateCode)) throw new NotFoundError('state');
    const found = await this.unitOfWork.read.find(Membership, {
      where: { stateCode },
      relations: { mechanism: true },
    });
    return found.sort((a, b) => a.mechanism.shortName.localeCompare(b.mechanism.shortName));
  }

  /** Codes that stand in any list of members or observers. */
  async statesListed(): Promise<string[]> {
    const query = this.unitOfWork.read.createQueryBuilder(Membership, 'membership');
    const rows = await query.select('DISTINCT membership.stateCode', 'code').getRawMany<{ code: string }>();
    return rows.map((row) => row.code);
  }

  /** Adds one. Throws InvalidError when it is listed already for some of that time. */
  async add(actor: Actor, mechanismId: string, input: MembershipInput): Promise<Membership> {
    demand(actor, 'mechanism.edit', mechanismId, 'mechanism');
    const stateCode = input.otherCode?.toUpperCase() ?? input.state!;
    if (!States.exists(stateCode))
      throw InvalidError.field(input.otherCode ? 'otherCode' : 'state', 'error.state');
    const isListed = States.isListed(stateCode);
    if (!isListed && !input.ownName) throw InvalidError.field('ownName', 'error.ownName');
    const { kind, fromDay, untilDay, source, doubt } = input;
    // A State goes by the name of the United Nations everywhere.
    const { ownName, footnote } = isListed ? { ownName: null, footnote: null } : input;
    return this.unitOfWork.run(async (manager) => {
      // Takes the row's lock: of two additions at once, the second waits and sees the first.
      const lock = { zone: () => '"zone"' };
      const locked = await manager
        .createQueryBuilder()
        .update(Mechanism)
        .set(lock)
        .where({ id: mechanismId })
        .execute();
      if (!locked.affected) throw new NotFoundError('mechanism');
      const others = await manager.findBy(Membership, { mechanismId, stateCode });
      if (others.some((other) => overlap(other, input))) {
        throw InvalidError.field('state', 'error.membershipOverlaps');
      }
      const named = { ownName, footnote };
      const row = { id: uuid(), mechanismId, stateCode, kind, fromDay, untilDay, source, doubt, ...named };
      await manager.insert(Membership, row);
      const after = {
        ...{ state: stateCode, kind, fromDay, untilDay, source, doubt },
        ...(ownName && named),
      };
      await this.record(actor, 'membership.add', row, { after });
      if (ownName) States.call(mechanismId, stateCode, ownName);
      return manager.create(Membership, row);
    });
  }

  /** Sets the last day of a membership, or another one. The row stays: it is the memory. */
  async end(actor: Actor, id: string, untilDay: Day): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const membership = await manager.findOneBy(Membership, { id });
      if (!membership) throw new NotFoundError('membership');
      demand(actor, 'mechanism.edit', membership.mechanismId, 'membership');
      if (membership.fromDay && untilDay < membership.fromDay) {
        throw InvalidError.field('untilDay', 'error.endsBeforeStart');
      }
      await manager.update(Membership, { id }, { untilDay });
      const { stateCode: state, kind } = membership;
      await this.record(actor, 'membership.end', membership, {
        before: { state, kind, untilDay: membership.untilDay },
        after: { state, kind, untilDay },
      });
    });
  }

  private record(
    actor: Actor,
    action: string,
    membership: { id: string; mechanismId: string },
    change: Pick<Change, 'before' | 'after'>,
  ): Promise<void> {
    const { id: subjectId, mechanismId: scope } = membership;
    return this.history.record(actor, { action, subjectKind: 'membership', subjectId, scope, ...change });
  }
}
