import { Injectable } from '@nestjs/common';
import type { FindOptionsSelect } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Place, type PlaceLook, PlaceNames } from '../../platform/web/places/places.js';
import { type Look, lookIn } from '../look/look.js';
import { Mechanism } from './mechanism.entity.js';
import { shortNameIn } from './mechanism-name.js';

/** Another process may have renamed one: so long its pages may show the former name. */
const KEPT_MS = 60_000;

/** What the mechanisms are called and how their pages look, kept ready for the frame of every page. They are some thirty, and public. */
@Injectable()
export class MechanismNames extends PlaceNames {
  private known: { looks: Promise<ReadonlyMap<string, Look>>; until: number } | null = null;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  async named(ids: readonly string[], language: string): Promise<Place[]> {
    const known = await this.all();
    return ids
      .flatMap((id) => (known.has(id) ? [{ id, name: shortNameIn(known.get(id)!, language) }] : []))
      .sort((a, b) => a.name.localeCompare(b.name, language));
  }

  async looks(language: string): Promise<ReadonlyMap<string, PlaceLook>> {
    const known = [...(await this.all()).values()];
    return new Map(
      known.flatMap((one) => {
        const look = lookIn(language, one);
        return look ? [[one.id, look] as const] : [];
      }),
    );
  }

  /** One of them changed here. */
  forget(): void {
    this.known = null;
  }

  private all(): Promise<ReadonlyMap<string, Look>> {
    const now = this.clock.now().getTime();
    if (!this.known || this.known.until <= now) {
      const looks = this.load();
      this.known = { looks, until: now + KEPT_MS };
      // What failed is asked again by the next page.
      looks.catch(() => this.forget());
    }
    return this.known.looks;
  }

  private async load(): Promise<ReadonlyMap<string, Look>> {
    const select: FindOptionsSelect<Mechanism> = {
      id: true,
      shortName: true,
      shortNames: true,
      colour: true,
      logo: true,
      logoText: true,
    };
    const found = await this.unitOfWork.read.find(Mechanism, {
      select,
    });
    return new Map(found.map((one) => [one.id, one]));
  }
}
