import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Place, PlaceNames } from '../../platform/web/places/places.js';
import { Mechanism } from './mechanism.entity.js';

/** Another process may have renamed one: so long its pages may show the former name. */
const KEPT_MS = 60_000;

/** What the mechanisms are called, kept ready for the frame of every page. They are some thirty, and public. */
@Injectable()
export class MechanismNames extends PlaceNames {
  private known: { names: Promise<ReadonlyMap<string, string>>; until: number } | null = null;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  async named(ids: readonly string[], language: string): Promise<Place[]> {
    const names = await this.all();
    return ids
      .flatMap((id) => (names.has(id) ? [{ id, name: names.get(id)! }] : []))
      .sort((a, b) => a.name.localeCompare(b.name, language));
  }

  /** One of them changed here. */
  forget(): void {
    this.known = null;
  }

  private all(): Promise<ReadonlyMap<string, string>> {
    const now = this.clock.now().getTime();
    if (!this.known || this.known.until <= now) {
      const names = this.load();
      this.known = { names, until: now + KEPT_MS };
      // What failed is asked again by the next page.
      names.catch(() => this.forget());
    }
    return this.known.names;
  }

  private async load(): Promise<ReadonlyMap<string, string>> {
    const found = await this.unitOfWork.read.find(Mechanism, { select: { id: true, shortName: true } });
    return new Map(found.map(({ id, shortName }) => [id, shortName]));
  }
}
