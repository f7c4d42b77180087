import { Injectable } from '@nestjs/common';
import { demand } from '../../accounts/roles.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type FieldErrors, InvalidError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { EntryQueryService } from '../access/entry-query.service.js';
import type { EntryDisclosure } from '../access/seen-disclosure.js';
import { ProgressService } from '../entries/progress.service.js';
import { ItemStatusService, type TakenBack, worstOf } from './item-status.service.js';
import { type Tick, tickOf } from './ticks.dto.js';
import { whyNotAccepted } from './why-not-accepted.js';

/** To whom accepting opens an entry, as its reporter chose. */
export type Opens = 'mechanism' | 'public' | 'documents';

/** What accepting would do. */
export interface Accepting {
  /** How many entries it opens, and to whom. */
  opens: Partial<Record<Opens, number>>;
  told: string[];
  /** Whether all of it can be taken back after. */
  undoable: boolean;
}

/** Several entries accepted in a mechanism at once: all of them, or none. Throws NotFoundError or ForbiddenError for who does not accept there. */
@Injectable()
export class SeveralAcceptance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: EntryQueryService,
    private readonly progress: ProgressService,
    private readonly itemStatus: ItemStatusService,
  ) {}

  /** Null where one of them cannot be accepted: then `accept` says why. */
  async accepting(actor: Actor, mechanismId: string, ticks: readonly Tick[]): Promise<Accepting | null> {
    const { places, errors } = await this.look(actor, mechanismId, ticks);
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
   * came, a colleague was faster, it is one's own), and writes nothing then. With `setStatus` the items they are about
   * get the status that accepted reports say.
   */
  accept(actor: Actor, mechanismId: string, ticks: readonly Tick[], setStatus: boolean): Promise<void> {
    return this.unitOfWork.run(async () => {
      const { errors } = await this.look(actor, mechanismId, ticks);
      if (Object.keys(errors).length > 0) throw new InvalidError(errors);
      await this.itemStatus.acceptSeveral(actor, mechanismId, ticks, setStatus);
    });
  }

  /** Takes back what `accept` did, of all or of none. Throws ConflictError where one of them stays. */
  takeBack(actor: Actor, mechanismId: string, entryIds: readonly string[]): Promise<TakenBack> {
    return this.unitOfWork.run(async () => {
      demand(actor, 'progress.accept', mechanismId, 'mechanism');
      const done: TakenBack[] = [];
      for (const id of entryIds) done.push(await this.itemStatus.takeBack(actor, id, { mechanismId }));
      return worstOf(done);
    });
  }

  private async look(actor: Actor, mechanismId: string, ticks: readonly Tick[]) {
    demand(actor, 'progress.accept', mechanismId, 'mechanism');
    const ids = ticks.map(({ entryId }) => entryId);
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
    return { places, errors };
  }
}

function opensOf({ visibility, release }: EntryDisclosure): Opens | null {
  if (visibility === 'mechanism' || visibility === 'public') return visibility;
  return release !== null && release !== 'none' ? 'documents' : null;
}
