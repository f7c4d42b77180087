import { Injectable } from '@nestjs/common';
import type { Localized } from '../../platform/i18n/localized.js';

/** A page on which a reporter decides on several entries at once, signed in. */
export interface DecisionPlace {
  href: string;
  title: Localized;
}

/** Of these entries those that have one in this mechanism. */
export type FindPlaces = (
  entryIds: readonly string[],
  mechanismId: string,
) => Promise<ReadonlyMap<string, DecisionPlace>>;

/** Where a reporter decides on the use of an entry. Later features have pages for several; they say here for which. */
@Injectable()
export class WhereDecided {
  private readonly finders: FindPlaces[] = [];

  add(find: FindPlaces): void {
    this.finders.push(find);
  }

  /** By entry; where none is known, the entry's own page of its uses does. */
  async of(entryIds: readonly string[], mechanismId: string): Promise<Map<string, DecisionPlace>> {
    const found = await Promise.all(this.finders.map((find) => find(entryIds, mechanismId)));
    return new Map(found.flatMap((places) => [...places]));
  }
}

/** Where one entry's uses are decided by themselves. */
export const usesOfEntry = (entryId: string): string => `/progress/${entryId}/release`;
