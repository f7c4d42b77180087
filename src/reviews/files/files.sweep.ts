import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, Not, Or } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { JobQueue } from '../../platform/queue/job-queue.js';
import { MaskedPassages } from '../passages/masked-passages.service.js';
import { fileJob } from '../reviews.jobs.js';
import { FileRows } from './file-rows.service.js';
import { SubmissionFile } from './submission-file.entity.js';

/** Whoever makes a file says every few seconds that it is at it; after this it is not. */
const LEASE_MS = 18_000;
/** A file of what is not submitted is kept so long after somebody wanted it. */
const KEPT_MS = 3 * 86_400_000;

/** Restores files that the queue or a worker lost, and deletes those that may not or need not be kept. */
@Injectable()
export class FilesSweep {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
    private readonly masked: MaskedPassages,
    private readonly rows: FileRows,
  ) {}

  async sweep(): Promise<void> {
    await this.forget();
    const since = new Date(this.clock.now().getTime() - LEASE_MS);
    const left = { state: 'running' as const, aliveAt: Or(IsNull(), LessThan(since)) };
    if (await this.unitOfWork.read.existsBy(SubmissionFile, left))
      await this.unitOfWork.run((manager) =>
        manager.update(SubmissionFile, left, { state: 'queued', run: null, aliveAt: null }),
      );
    const queued = await this.unitOfWork.read.find(SubmissionFile, {
      select: { id: true },
      where: { state: 'queued' },
    });
    await this.queue.addMany(
      fileJob,
      queued.map(({ id }) => ({ payload: { id }, id })),
    );
  }

  /** What was made before something was released or withdrawn may hold what may be in no file any more. */
  private async forget(): Promise<void> {
    const rows = await this.unitOfWork.read.find(SubmissionFile, {
      select: {
        ...{ id: true, usedAt: true, fingerprint: true, freezeNumber: true },
        submission: { id: true, mechanismId: true, state: true },
      },
      where: { fingerprint: Not(IsNull()) },
      relations: { submission: true },
    });
    if (rows.length === 0) return;
    const mechanisms = [...new Set(rows.map(({ submission }) => submission.mechanismId))];
    const now = new Map<string, string>();
    for (const id of mechanisms) now.set(id, await this.masked.released(id));
    const since = this.clock.now().getTime() - KEPT_MS;
    const over = rows.filter(
      ({ fingerprint, freezeNumber, usedAt, submission: { mechanismId, state } }) =>
        fingerprint !== now.get(mechanismId) ||
        usedAt.getTime() < since ||
        (freezeNumber === null && state === 'submitted'),
    );
    if (over.length > 0) await this.rows.drop({ id: In(over.map(({ id }) => id)) });
  }
}
