import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../database/unit-of-work.js';
import type { Actor } from '../../http/actor.js';

/**
 * A SELECT of one number: what waits for this actor in this section. `:place` is the place, `:account` the actor's account;
 * whatever else it needs stands in `values`, under names that no other section uses. Null when nothing ever waits for them.
 */
export interface Count {
  select: string;
  values?: Record<string, unknown>;
}
export type CountFor = (actor: Actor, placeId: string) => Count | null;

/** What waits in the sections of a place, as numbers beside their names; all of it is asked in one statement. */
@Injectable()
export class SectionCounts {
  private readonly counts: { section: string; count: CountFor }[] = [];

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Several counts of one section are added up. */
  add(section: string, count: CountFor): void {
    this.counts.push({ section, count });
  }

  /** By section; those where nothing waits are left out. */
  async of(actor: Actor, placeId: string): Promise<ReadonlyMap<string, number>> {
    const asked = this.counts.flatMap(({ section, count }) => {
      const made = count(actor, placeId);
      return made ? [{ section, ...made }] : [];
    });
    const found = new Map<string, number>();
    if (asked.length === 0) return found;
    const { read } = this.unitOfWork;
    const values = Object.assign(
      { place: placeId, account: actor.accountId },
      ...asked.map((one) => one.values ?? {}),
    ) as Record<string, unknown>;
    const columns = asked.map(({ select }, index) => `(${select}) AS "count${index}"`);
    const [row] = await read.query<Record<string, unknown>[]>(
      ...read.dataSource.driver.escapeQueryWithParameters(`SELECT ${columns.join(', ')}`, values),
    );
    asked.forEach(({ section }, index) => {
      const number = Number(row?.[`count${index}`] ?? 0);
      if (number > 0) found.set(section, (found.get(section) ?? 0) + number);
    });
    return found;
  }
}
