import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Actor } from '../platform/http/actor.js';
import type { Deed, DeedKeeper, DeedKey, DeedPerformer, GuardedPerformer, ShownDeed } from './deed.js';
import { DEEDS, type DeedKind, type GuardedKind, isGuarded } from './deeds.data.js';

type PerformerOf<Kind extends DeedKind, Payload> = Kind extends GuardedKind
  ? GuardedPerformer<Payload>
  : DeedPerformer<Payload>;

/**
 * The one way on which a delegation's words become visible to anybody outside it: whoever calls, through a page, a
 * program, a link or a job. Features add what they can do, by kind; nothing else in the product does it
 * (`test/house/visible-words.spec.ts`).
 */
@Injectable()
export class DelegationGate {
  private readonly performers = new Map<DeedKind, DeedPerformer<never>>();
  private keeper: DeedKeeper | null = null;

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** For the feature whose deeds these are; call it at start. */
  add<Kind extends DeedKind, Payload>(kind: Kind, performer: PerformerOf<Kind, Payload>): void {
    if (this.performers.has(kind)) throw new Error(`two performers of ${kind}`);
    this.performers.set(kind, performer);
  }

  /** For the feature that knows the delegations' steps; call it at start. */
  guard(keeper: DeedKeeper): void {
    if (this.keeper) throw new Error('two keepers of the gate');
    this.keeper = keeper;
  }

  /**
   * Does it at once where no steps guard it: then it answers true. Else it waits, and nobody else learns of it. The
   * caller has made sure that the actor may ask for it. Throws what performing it throws.
   */
  async pass(actor: Actor, deed: Deed): Promise<boolean> {
    return this.unitOfWork.run(async (manager) => {
      if (DEEDS[deed.kind].steps && deed.state !== null && !(await this.kept().opens(actor, deed)))
        return false;
      await this.perform(manager, actor, deed);
      return true;
    });
  }

  /** Is called by `pass`, and by the keeper once the last step was passed. */
  async perform(manager: EntityManager, actor: Actor, deed: Deed): Promise<void> {
    await this.performer(deed).perform(manager, actor, deed as Deed<never>);
  }

  mark(manager: EntityManager, deed: Deed): Promise<string | null> {
    return this.guarded(deed).mark(manager, deed as Deed<never>);
  }

  show(actor: Actor, deed: Deed): Promise<ShownDeed | null> {
    return this.guarded(deed).show(actor, deed as Deed<never>);
  }

  /**
   * Call it with every change of a subject, in its transaction: what was passed so far was another text. Answers what
   * waits all the same, since it did not change.
   */
  changed(actor: Actor, subjectId: string): Promise<GuardedKind[]> {
    return this.kept().changed(actor, subjectId);
  }

  /** Call it when a delegation asks for less than what waits. */
  stop(actor: Actor, key: DeedKey): Promise<void> {
    return this.kept().stop(actor, key);
  }

  async keptBack(kind: GuardedKind, subjectIds: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(subjectIds.length === 0 ? [] : await this.kept().keptBack(kind, subjectIds));
  }

  pending(key: DeedKey): Promise<unknown> {
    return this.kept().pending(key);
  }

  private performer({ kind }: DeedKey): DeedPerformer<never> {
    const performer = this.performers.get(kind);
    if (!performer) throw new Error(`nobody performs ${kind}`);
    return performer;
  }

  private guarded(key: DeedKey): GuardedPerformer<never> {
    if (!isGuarded(key.kind)) throw new Error(`${key.kind} is not guarded`);
    return this.performer(key) as GuardedPerformer<never>;
  }

  /** Without a keeper nothing is opened. */
  private kept(): DeedKeeper {
    if (!this.keeper) throw new Error('nobody keeps the gate');
    return this.keeper;
  }
}
