import { Injectable } from '@nestjs/common';
import { In, type FindOptionsWhere, Not } from 'typeorm';
import { can, demand, type Voice, voicesIn } from '../../accounts/roles.js';
import { lockSubject } from '../../platform/database/lock-subject.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { Round, RoundAddressee, RoundAnswer, RoundQuestion } from './round.entity.js';

/** An open or closed round with what one actor's own delegations are asked in it; others' are not there. */
export interface SeenRound {
  round: Round;
  own: RoundAddressee[];
}

const NEWEST_FIRST = { dueDay: 'DESC', id: 'DESC' } as const;

/**
 * Reads rounds through the actor. A mechanism's people know its rounds and their questions; a draft is the
 * secretariat's; an addressee is known to itself and to the secretariat, to nobody else.
 */
@Injectable()
export class RoundQueryService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** A mechanism's rounds, the one of the latest day first. */
  async list(actor: Actor, mechanismId: string): Promise<SeenRound[]> {
    demand(actor, 'rounds.read', mechanismId, 'mechanism');
    const drafts = can(actor, 'rounds.manage', mechanismId);
    const where = { mechanismId, ...(!drafts && { state: Not('draft' as const) }) };
    const rounds = await this.unitOfWork.read.find(Round, { where, order: NEWEST_FIRST });
    return this.withOwn(actor, rounds);
  }

  /** Open rounds in which the actor's delegations are asked, in all mechanisms, the nearest day first. */
  async asked(actor: Actor): Promise<SeenRound[]> {
    const where = whereOwn(actor, [...new Set(actor.grants.map(({ scope }) => scope))]);
    if (where.length === 0) return [];
    const own = await this.unitOfWork.read.find(RoundAddressee, {
      where: where.map(({ mechanismId, ...addressee }) => ({
        ...addressee,
        round: { mechanismId, state: 'open' as const },
      })),
      relations: { round: true },
    });
    const rounds = new Map(own.map(({ round }) => [round.id, round]));
    return [...rounds.values()]
      .sort((a, b) => a.dueDay.localeCompare(b.dueDay) || a.id.localeCompare(b.id))
      .map((round) => ({ round, own: own.filter(({ roundId }) => roundId === round.id) }));
  }

  /** Throws NotFoundError when there is no such round for this actor. */
  async find(actor: Actor, id: string): Promise<SeenRound> {
    const round = await this.unitOfWork.read.findOneBy(Round, { id });
    const seen =
      round && can(actor, round.state === 'draft' ? 'rounds.manage' : 'rounds.read', round.mechanismId);
    if (!seen) throw new NotFoundError('round');
    const [found] = await this.withOwn(actor, [round]);
    return found!;
  }

  /** The round, for the secretariat that means to change it. Throws NotFoundError or ForbiddenError. */
  async findToManage(actor: Actor, id: string): Promise<Round> {
    const { round } = await this.find(actor, id);
    demand(actor, 'rounds.manage', round.mechanismId, 'round');
    return round;
  }

  /** The same within a unit of work: it is neither opened nor closed before that ends. */
  async holdToManage(actor: Actor, id: string): Promise<Round> {
    const round = await this.findToManage(actor, id);
    if (this.unitOfWork.sqlite) return round;
    await this.unitOfWork.run((manager) => lockSubject(manager, Round, id));
    return this.findToManage(actor, id);
  }

  /** A round's questions in their order, with the items they are about. */
  questions(roundId: string): Promise<RoundQuestion[]> {
    return this.unitOfWork.read.find(RoundQuestion, {
      where: { roundId },
      relations: { item: { plan: true, owners: true } },
      order: { position: 'ASC', id: 'ASC' },
    });
  }

  /** How many questions were put to these addressees together; a question put to two of them counts once. */
  async countQuestions(addresseeIds: string[]): Promise<number> {
    const row = await this.unitOfWork.read
      .createQueryBuilder(RoundAnswer, 'answer')
      .select('COUNT(DISTINCT answer.questionId)', 'count')
      .where('answer.addresseeId IN (:...addresseeIds)', { addresseeIds })
      .getRawOne<{ count: string }>();
    return Number(row?.count ?? 0);
  }

  /** An addressee the actor speaks for, with its round. Everybody else's does not exist for the actor. */
  async ownAddressee(actor: Actor, roundId: string, addresseeId: string): Promise<RoundAddressee> {
    const { round, own } = await this.find(actor, roundId);
    const addressee = own.find(({ id }) => id === addresseeId);
    if (!addressee) throw new NotFoundError('addressee');
    return Object.assign(addressee, { round });
  }

  private async withOwn(actor: Actor, rounds: Round[]): Promise<SeenRound[]> {
    const asked = rounds.filter(({ state }) => state !== 'draft');
    const places = whereOwn(actor, [...new Set(asked.map(({ mechanismId }) => mechanismId))]);
    const own =
      places.length === 0
        ? []
        : await this.unitOfWork.read.find(RoundAddressee, {
            where: places.map(({ mechanismId, ...addressee }) => ({
              ...addressee,
              roundId: In(asked.filter((round) => round.mechanismId === mechanismId).map(({ id }) => id)),
            })),
          });
    return rounds.map((round) => ({ round, own: own.filter(({ roundId }) => roundId === round.id) }));
  }
}

type OwnAddressee = Pick<FindOptionsWhere<RoundAddressee>, 'kind' | 'subject'> & { mechanismId: string };

/** The addressees an actor speaks for, by mechanism. */
const whereOwn = (actor: Actor, mechanismIds: string[]): OwnAddressee[] =>
  mechanismIds.flatMap((mechanismId) =>
    voicesIn(actor, mechanismId)
      .filter(isAddressed)
      .map(({ kind, subject }) => ({ mechanismId, kind, subject })),
  );

const isAddressed = (voice: Voice): voice is { kind: 'state' | 'partner'; subject: string } =>
  voice.kind !== 'secretariat' && voice.subject !== null;
