import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/http/actor.js';

/** Counts what hangs on items, as far as the actor may know it: a number is knowledge too. */
export type DependentCounter = (actor: Actor, itemIds: string[]) => Promise<number>;

/** What features further right hang on plan items; they say so here, since plans cannot ask them. */
@Injectable()
export class DependentCounters {
  private readonly counters: {
    order: number;
    label: string;
    counter: DependentCounter;
    keeps: boolean;
  }[] = [];

  /** They are shown by ascending `order`. `label` is a catalogue key with a plural. `keeps`: a plan they hang on stays. */
  add(order: number, label: string, counter: DependentCounter, keeps = false): void {
    this.counters.push({ order, label, counter, keeps });
    this.counters.sort((a, b) => a.order - b.order);
  }

  async countFor(
    actor: Actor,
    itemIds: string[],
  ): Promise<{ label: string; count: number; keeps: boolean }[]> {
    const counted = await Promise.all(
      this.counters.map(async ({ label, counter, keeps }) => ({
        label,
        keeps,
        count: await counter(actor, itemIds),
      })),
    );
    return counted.filter(({ count }) => count > 0);
  }
}
