import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Day } from '../../platform/i18n/day.js';
import { Disclosure, Entry, EntryVersion } from '../entries/entry.entity.js';

/** An accepted entry that its reporter has not released for documents: whose it is, and nothing that it says. */
export interface UnreleasedEntry {
  id: string;
  kind: 'state' | 'partner';
  subject: string;
}

/** What ReleasedEntriesService leaves out because its reporter has not decided, or decided so. */
@Injectable()
export class UnreleasedEntriesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Of States and partners, accepted in this mechanism, of a time that touches `from`..`until` (null is open). For its
   * secretariat, which reads all of them, and for the reporters of each.
   */
  list(mechanismId: string, { from, until }: { from: Day | null; until: Day | null }) {
    const query = this.unitOfWork.read
      .createQueryBuilder(Entry, 'entry')
      .innerJoin(Disclosure, 'place', 'place.entryId = entry.id AND place.mechanismId = :mechanismId')
      .innerJoin(
        EntryVersion,
        'said',
        'said.entryId = entry.id AND said.number = place.acceptedVersion AND said.withdrawnAt IS NULL',
      )
      .select('entry.id', 'id')
      .addSelect('entry.reporterKind', 'kind')
      .addSelect('entry.reporter', 'subject')
      .where(`place.release = 'none' AND place.acceptedVersion > 0`)
      .andWhere(`entry.state <> 'withdrawn' AND entry.reporterKind IN ('state', 'partner')`)
      .orderBy('entry.id')
      .setParameters({ mechanismId });
    if (from) query.andWhere('said.periodEnd >= :from', { from });
    if (until) query.andWhere('said.periodStart <= :until', { until });
    return query.getRawMany<UnreleasedEntry>();
  }
}
