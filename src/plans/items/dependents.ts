import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/http/actor.js';

/** Counts what hangs on items, as far as the actor may know it: a number is knowledge too. */
export type DependentCounter = (actor: Actor, itemIds: string[]) => Promise<number>;

/** What features further right hang on plan items; they say so here, since plans cannot ask them. */
@Injectable()
export class Dependents {
  private readonly counters: { label: string; counter: DependentCounter }[] = [];

  /** `label` is a catalogue key with a plural. */
  add(label: string, counter: DependentCounter): void {
    this.counters.push({ label, counter });
  }

  async of(actor: Actor, itemIds: string[]): Promise<{ label: string; count: number }[]> {
    const counted = await Promise.all(
      this.counters.map(async ({ label, counter }) => ({ label, count: await counter(actor, itemIds) })),
    );
    return counted.filter(({ count }) => count > 0);
  }
}
