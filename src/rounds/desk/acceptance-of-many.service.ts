import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type FieldErrors, InvalidError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { ItemStatusService, type TakenBack, worstOf } from '../../progress/acceptance/item-status.service.js';
import { EntryQueryService } from '../../progress/access/entry-query.service.js';
import type { EntryDisclosure } from '../../progress/access/seen-disclosure.js';
import { ProgressService } from '../../progress/entries/progress.service.js';
import { RoundAnswer } from '../round/round.entity.js';
import { RoundQueryService } from '../round/round-query.service.js';
import { type Tick, tickOf } from './desk.dto.js';
import { whyNotAccepted } from './why-not-accepted.js';

/** To whom accepting opens an answer, as its delegation chose. */
export type Opens = 'mechanism' | 'public' | 'documents';

/** What accepting would do. */
export interface Accepting {
  /** How many answers it opens, and to whom. */
  opens: Partial<Record<Opens, number>>;
  told: string[];
  /** Whether all of it can be taken back after. */
  undoable: boolean;
}

/** Several answers of a call accepted at once: all of them, or none. */
@Injectable()
export class AcceptanceOfMany {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundQueryService,
    private readonly entries: EntryQueryService,
    private readonly progress: ProgressService,
    private readonly itemStatus: ItemStatusService,
  ) {}

  /** Null where one of them cannot be accepted: then `accept` says why. Throws NotFoundError for what answers no question. */
  async accepting(actor: Actor, roundId: string, ticks: readonly Tick[]): Promise<Accepting | null> {
    const { places, errors, mechanismId } = await this.look(actor, roundId, ticks);
    if (Object.keys(errors).length > 0) return null;
    const opened = places.flatMap((place) => opensOf(place) ?? []);
    const told = new Set<string>();
    if (opened.length > 0)
      for (const { entryId: id } of ticks)
        for (const one of (await this.progress.accepting(actor, id, { mechanismId })).told) told.add(one);
    return {
      opens: Object.fromEntries(
        [...new Set(opened)].map((to) => [to, opened.filter((one) => one === to).length]),
      ),
      told: [...told],
      undoable: opened.length === 0 && places.every(({ acceptedVersion }) => acceptedVersion === 0),
    };
  }

  /**
   * Accepts the versions that were read. Throws InvalidError with the reason beside each that cannot be (another version
   * came, a colleague was faster, it is one's own), and writes nothing then; NotFoundError as `accepting` does. With
   * `setStatus` the items that the answers are about get the status that accepted reports say.
   */
  accept(actor: Actor, roundId: string, ticks: readonly Tick[], setStatus: boolean): Promise<void> {
    return this.unitOfWork.run(async () => {
      const { errors, mechanismId } = await this.look(actor, roundId, ticks);
      if (Object.keys(errors).length > 0) throw new InvalidError(errors);
      await this.itemStatus.acceptSeveral(actor, mechanismId, ticks, setStatus);
    });
  }

  /** Takes back what `accept` did, of all or of none. Throws ConflictError where one of them stays. */
  takeBack(actor: Actor, roundId: string, entryIds: readonly string[]): Promise<TakenBack> {
    return this.unitOfWork.run(async () => {
      const mechanismId = await this.mechanismOf(actor, roundId, entryIds);
      const done: TakenBack[] = [];
      for (const id of entryIds) done.push(await this.itemStatus.takeBack(actor, id, { mechanismId }));
      return worstOf(done);
    });
  }

  /** Throws NotFoundError where one of the entries answers no question of the call. */
  private async mechanismOf(actor: Actor, roundId: string, entryIds: readonly string[]): Promise<string> {
    const { mechanismId } = await this.rounds.findToManage(actor, roundId);
    const answers = await this.unitOfWork.read.findBy(RoundAnswer, { roundId, entryId: In([...entryIds]) });
    const known = new Set(answers.map(({ entryId }) => entryId));
    if (entryIds.some((id) => !known.has(id))) throw new NotFoundError('answer');
    return mechanismId;
  }

  private async look(actor: Actor, roundId: string, ticks: readonly Tick[]) {
    const ids = ticks.map(({ entryId }) => entryId);
    const mechanismId = await this.mechanismOf(actor, roundId, ids);
    const seen = await this.entries.among(actor, ids, mechanismId);
    const byId = new Map(seen.map((entry) => [entry.id, entry]));
    const errors: FieldErrors = {};
    const places: EntryDisclosure[] = [];
    for (const tick of ticks) {
      const entry = byId.get(tick.entryId);
      const place = entry?.places.find((one) => one.mechanismId === mechanismId);
      const why = whyNotAccepted(place, entry?.number ?? 0, tick.number);
      if (why) errors[`answers.${tickOf(tick)}`] = { key: `collect.not.${why}` };
      if (place) places.push(place);
    }
    return { mechanismId, places, errors };
  }
}

function opensOf({ visibility, release }: EntryDisclosure): Opens | null {
  if (visibility === 'mechanism' || visibility === 'public') return visibility;
  return release !== null && release !== 'none' ? 'documents' : null;
}
