import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { can } from '../accounts/roles.js';
import { DelegationGate } from '../gate/delegation-gate.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ForbiddenError, NotFoundError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import type { PracticeFilter } from './practice.dto.js';
import { Practice, PracticeShare } from './practice.entity.js';
import { PracticeComment, PracticeVolunteer } from './review/review.entity.js';
import { isEditable, type PracticeStanding, standingOf } from './practice.workflow.js';
import { isListedIn, type PracticeSight, practiceSight, type Volunteering } from './practice.access.js';

const PAGE = 50;

export interface SeenPractice {
  practice: Practice;
  sight: PracticeSight;
  standing: PracticeStanding;
}

type InSight = Omit<SeenPractice, 'standing'>;

/** Reads practices through the actor: out of sight is not found, and not counted. */
@Injectable()
export class PracticeQueryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: DelegationGate,
  ) {}

  /** Throws NotFoundError when the practice does not exist for this actor. */
  async find(actor: Actor, id: string): Promise<SeenPractice> {
    const practice = await this.unitOfWork.read.findOne(Practice, {
      where: { id },
      relations: { shares: true, reviewers: true },
    });
    const sight = practice && practiceSight(actor, practice, await this.volunteering(actor));
    if (!practice || !sight) throw new NotFoundError('practice');
    return (await this.standing([{ practice, sight }]))[0]!;
  }

  /** Throws ForbiddenError when the actor sees it, but does not speak for its owner. */
  async findOwn(actor: Actor, id: string): Promise<Practice> {
    const { practice, sight } = await this.find(actor, id);
    if (sight !== 'own') throw new ForbiddenError('error.notYours');
    return practice;
  }

  /** Those in sight, of a mechanism or of all, in the order of their titles' alphabet, by cursor. */
  async list(
    actor: Actor,
    filter: PracticeFilter,
    mechanismId?: string,
  ): Promise<{ items: SeenPractice[]; nextCursor: string | null }> {
    const seen = (await this.inSight(actor, mechanismId)).filter(({ practice }) => matches(practice, filter));
    const collator = new Intl.Collator(actor.language, { numeric: true });
    seen.sort(
      (a, b) =>
        collator.compare(a.practice.title, b.practice.title) || (a.practice.id < b.practice.id ? -1 : 1),
    );
    const from = filter.cursor ? 1 + seen.findIndex(({ practice }) => practice.id === filter.cursor) : 0;
    const items = await this.standing(seen.slice(from, from + PAGE));
    const more = seen.length > from + PAGE;
    return { items, nextCursor: more ? items.at(-1)!.practice.id : null };
  }

  /** Offered ones on which the actor may advise as a peer and has not, by title. */
  async toAdvise(actor: Actor): Promise<Practice[]> {
    const offered = (await this.inSight(actor))
      .filter(
        ({ practice, sight }) => sight === 'review' && can(actor, 'practices.review', practice.mechanismId),
      )
      .map(({ practice }) => practice);
    if (offered.length === 0) return [];
    const advised = await this.unitOfWork.read.findBy(PracticeComment, {
      practiceId: In(offered.map(({ id }) => id)),
      authorId: actor.accountId!,
    });
    return offered
      .filter(({ id }) => !advised.some(({ practiceId }) => practiceId === id))
      .sort((a, b) => a.title.localeCompare(b.title, actor.language));
  }

  /** Whether the actor is ready to advise in a mechanism. */
  async volunteers(actor: Actor, mechanismId: string): Promise<boolean> {
    return (await this.volunteering(actor)).has(mechanismId);
  }

  /**
   * All that could be in sight is read and asked about one by one, so that there is one rule and not a second one in SQL:
   * practices are few, some tens in a mechanism.
   */
  private async inSight(actor: Actor, mechanismId?: string): Promise<InSight[]> {
    const { read } = this.unitOfWork;
    const scopes = mechanismId ? [mechanismId] : [...new Set(actor.grants.map(({ scope }) => scope))];
    const shares = await read.findBy(PracticeShare, { mechanismId: In(scopes) });
    const practices = await read.find(Practice, {
      where: [
        { mechanismId: In(scopes) },
        { id: In(shares.map(({ practiceId }) => practiceId)), state: 'shared' },
        ...(mechanismId ? [] : [{ isPublic: true, state: 'shared' as const }]),
      ],
      relations: { shares: true, reviewers: true },
    });
    const volunteering = await this.volunteering(actor);
    return practices.flatMap((practice) => {
      const sight = practiceSight(actor, practice, volunteering);
      if (!sight || (mechanismId && !isListedIn(mechanismId, practice, sight))) return [];
      return [{ practice, sight }];
    });
  }

  private async standing(found: InSight[]): Promise<SeenPractice[]> {
    const own = found.filter(({ practice, sight }) => sight === 'own' && isEditable(practice.state));
    const ids = own.map(({ practice }) => practice.id);
    const offers = await this.gate.keptBack('practice-offer', ids);
    const shares = await this.gate.keptBack('practice-share', ids);
    return found.map((one) => {
      const { id, state } = one.practice;
      return { ...one, standing: standingOf(state, offers.has(id) || shares.has(id)) };
    });
  }

  private async volunteering({ accountId }: Actor): Promise<Volunteering> {
    if (!accountId) return new Set();
    const rows = await this.unitOfWork.read.findBy(PracticeVolunteer, { accountId });
    return new Set(rows.map(({ mechanismId }) => mechanismId));
  }
}

function matches({ content, language }: Practice, filter: PracticeFilter): boolean {
  return (
    (filter.objective === undefined || content.objectives.includes(filter.objective)) &&
    (filter.principle === undefined || content.principles.includes(filter.principle)) &&
    (!filter.country || content.countries.includes(filter.country)) &&
    (!filter.language || language === filter.language)
  );
}
