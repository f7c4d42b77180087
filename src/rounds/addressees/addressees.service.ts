import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { demand } from '../../accounts/roles.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError, InvalidError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { keyOf } from './question-target.js';
import type { AddresseesInput } from './addressees.dto.js';
import { type Chosen, type Group, groupsOf } from './groups.js';
import { Round, RoundAddressee } from '../round/round.entity.js';
import { type EligibleAddressees, EligibleAddresseesService } from './eligible-addressees.service.js';
import { RoundLifecycleService } from '../round/round-lifecycle.service.js';
import { inAlphabet } from '../round/round.view.js';
import { RoundQueryService } from '../round/round-query.service.js';
import type { AddresseeKind } from '../round/vocabulary.js';

/** Whom a round asks. For the secretariat alone: who is asked, and how far they are, is nobody else's to know. */
@Injectable()
export class AddresseesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly history: History,
    private readonly rounds: RoundQueryService,
    private readonly eligible: EligibleAddresseesService,
    private readonly lifecycle: RoundLifecycleService,
  ) {}

  /** In the reader's own alphabet, States before partners: no other order exists. */
  async list(actor: Actor, roundId: string): Promise<RoundAddressee[]> {
    await this.rounds.findToManage(actor, roundId);
    return inAlphabet(await this.unitOfWork.read.findBy(RoundAddressee, { roundId }), actor.language);
  }

  async find(actor: Actor, roundId: string, id: string): Promise<RoundAddressee> {
    const addressee = (await this.list(actor, roundId)).find((one) => one.id === id);
    if (!addressee) throw new NotFoundError('addressee');
    return addressee;
  }

  /** Whom the mechanism's rounds may ask: its member and observer States, and partners whose people have a role. */
  async choosable(actor: Actor, mechanismId: string): Promise<EligibleAddressees> {
    demand(actor, 'rounds.manage', mechanismId, 'mechanism');
    return this.eligible.eligibleIn(mechanismId, actor.language);
  }

  /** Groups that can be chosen with one press. */
  async groups(actor: Actor, { id, mechanismId }: Round): Promise<Group[]> {
    const choosable = await this.choosable(actor, mechanismId);
    const all = [...choosable.states, ...choosable.observers];
    const speakers = await this.eligible.speakers(
      mechanismId,
      all.map((subject) => ({ kind: 'state', subject })),
    );
    const spoken = all.filter((subject) => speakers.get(keyOf({ kind: 'state', subject }))!.length > 0);
    return groupsOf({ choosable, last: await this.lastAsked(mechanismId, id), spoken });
  }

  /** Of a draft: those whom nobody speaks for, in the alphabet, and the languages that the people of the others read. */
  async readers(actor: Actor, { mechanismId }: Round, addressees: readonly RoundAddressee[]) {
    const speakers = await this.eligible.speakers(mechanismId, addressees);
    const silent = addressees.filter((one) => speakers.get(keyOf(one))!.length === 0);
    const languages = [...speakers.values()].flat().map(({ account }) => account.language);
    return { silent: inAlphabet(silent, actor.language), languages: [...new Set(languages)] };
  }

  /** Whom the mechanism asked in the call it opened last, besides this one. */
  private async lastAsked(mechanismId: string, besides: string): Promise<Chosen> {
    const { read } = this.unitOfWork;
    const [last] = await read.find(Round, {
      where: { mechanismId, id: Not(besides), state: Not('draft' as const) },
      order: { openedAt: 'DESC', id: 'DESC' },
      take: 1,
    });
    const asked = last ? await read.findBy(RoundAddressee, { roundId: last.id }) : [];
    const of = (kind: AddresseeKind) =>
      asked.filter((one) => one.kind === kind).map(({ subject }) => subject);
    return { states: of('state'), partners: of('partner') };
  }

  /**
   * Says who is asked: of a draft, exactly these; of an open round, these too, who are invited at once (nobody is taken
   * off: they have the mail). Throws InvalidError for one who may not be asked.
   */
  async set(actor: Actor, roundId: string, input: AddresseesInput): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const round = await this.rounds.holdToManage(actor, roundId);
      if (round.state === 'closed') throw new ConflictError('error.round.edit');
      const there = await manager.findBy(RoundAddressee, { roundId });
      const meant = await this.meant(actor, round, input, there);
      const keys = new Set(meant.map(keyOf));
      const added = meant.filter((one) => !there.some((known) => keyOf(known) === keyOf(one)));
      const removed = round.state === 'draft' ? there.filter((one) => !keys.has(keyOf(one))) : [];
      if (removed.length > 0) await manager.delete(RoundAddressee, { id: In(removed.map(({ id }) => id)) });
      const rows = added.map((one) => ({ ...one, id: uuid(), roundId, state: 'invited' as const }));
      if (rows.length > 0) await manager.insert(RoundAddressee, rows);
      if (added.length + removed.length === 0) return;
      await this.history.record(actor, {
        action: 'round.addressees',
        subjectKind: 'round',
        subjectId: roundId,
        scope: round.mechanismId,
        before: { removed: removed.map(keyOf) },
        after: { added: added.map(keyOf) },
      });
      if (round.state === 'open' && rows.length > 0)
        await this.lifecycle.ask(
          actor,
          round,
          rows.map((row) => manager.create(RoundAddressee, row)),
        );
    });
  }

  private async meant(actor: Actor, round: Round, input: AddresseesInput, there: RoundAddressee[]) {
    const { states, observers, partners } = await this.eligible.eligibleIn(round.mechanismId, actor.language);
    const of = (kind: AddresseeKind, subjects: string[], known: string[], field: string) =>
      [...new Set(subjects)].map((subject) => {
        // One who was asked before and has left the mechanism since may stay.
        const before = there.some((one) => one.kind === kind && one.subject === subject);
        if (!before && !known.includes(subject)) throw InvalidError.field(field, 'error.choice');
        return { kind, subject };
      });
    return [
      ...of('state', input.states, [...states, ...observers], 'states'),
      ...of('partner', input.partners, partners, 'partners'),
    ];
  }
}
