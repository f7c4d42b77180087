import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, Not } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Disclosure, EntryVersion } from '../entries/entry.entity.js';
import { EntrySummary } from '../summaries/summary.entity.js';

/** How an entry was taken into a document. */
export interface TakenEntry {
  id: string;
  /** Whether its reporter was named. */
  named?: boolean;
  /** As `sealOf` made it: the number of the version, when it was accepted, the summary in place of its words. */
  seal: string;
}

/**
 * Whether what a document took from entries may still stand in it. Not whether it is what would be taken now: a text that
 * was accepted once and not withdrawn may be kept when there is a later one. The rule for what is released is that of
 * ReleasedEntriesService.
 */
@Injectable()
export class ReleaseStandingService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Answers, for any way in which an entry was taken in this mechanism, whether that holds. Reads no words. */
  async of(mechanismId: string): Promise<(taken: TakenEntry) => boolean> {
    const { read } = this.unitOfWork;
    const entry = { disclosures: { mechanismId } };
    const [released, withdrawn, approved] = await Promise.all([
      read.find(Disclosure, {
        select: { entryId: true, mechanismId: true, release: true },
        where: {
          mechanismId,
          release: Not('none' as const),
          acceptedVersion: MoreThan(0),
          entry: { state: Not('withdrawn' as const) },
        },
      }),
      read.find(EntryVersion, {
        select: { entryId: true, number: true },
        where: { withdrawnAt: Not(IsNull()), entry },
      }),
      read.find(EntrySummary, { select: { id: true }, where: { mechanismId, state: 'approved' } }),
    ]);
    const named = new Map(released.map(({ entryId, release }) => [entryId, release === 'attributed']));
    const closed = new Set(withdrawn.map(({ entryId, number }) => `${entryId}/${number}`));
    const summaries = new Set(approved.map(({ id }) => id));
    return ({ id, named: wasNamed = false, seal }) => {
      const isNamed = named.get(id);
      if (isNamed === undefined || (wasNamed && !isNamed)) return false;
      const [version = '', , summary = ''] = seal.split(' ');
      return !closed.has(`${id}/${version}`) && (summary === '' || summaries.has(summary));
    };
  }
}
