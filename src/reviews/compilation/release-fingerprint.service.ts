import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Disclosure, Entry } from '../../progress/entries/entry.entity.js';
import { EntrySummary } from '../../progress/summaries/summary.entity.js';

/** Tells by little whether documents may have to be compiled again. */
@Injectable()
export class ReleaseFingerprintService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Changes whenever anything may have been released, withdrawn or accepted in the mechanism, or a summary approved, and
   * costs two queries without any text. It knows nothing of the rule for what is released: that is the ReleasedEntriesService's alone.
   */
  async of(mechanismId: string): Promise<string> {
    const rows = await this.unitOfWork.read
      .createQueryBuilder(Disclosure, 'disclosure')
      .innerJoin(Entry, 'entry', 'entry.id = disclosure.entryId')
      .select('disclosure.entryId', 'id')
      .addSelect('disclosure.release', 'release')
      .addSelect('entry.state', 'state')
      .addSelect('disclosure.acceptedVersion', 'version')
      // A link made anew is accepted anew, and may be about other items.
      .addSelect('disclosure.acceptedAt', 'at')
      .where('disclosure.mechanismId = :mechanismId', { mechanismId })
      .getRawMany<{ id: string; release: string; state: string; version: number; at: string | null }>();
    const approved = await this.unitOfWork.read.find(EntrySummary, {
      select: { id: true },
      where: { mechanismId, state: 'approved' },
    });
    const lines = [
      ...rows.map(({ id, release, state, version, at }) => [id, release, state, version, at].join(' ')),
      ...approved.map(({ id }) => id),
    ].sort();
    return createHash('sha256').update(lines.join('\n')).digest('base64url');
  }
}
