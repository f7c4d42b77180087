import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type EntityManager, type FindOptionsWhere, In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import { JobQueue } from '../../platform/queue/job-queue.js';
import { languagesOf } from '../compilation/ask.js';
import type { Submission } from '../submissions/submission.entity.js';
import { frozenKey } from './file-keys.js';
import { FROZEN_FORMATS } from './formats.js';
import { fileJob } from '../reviews.jobs.js';
import { type FileKey, type FileState, SubmissionFile } from './submission-file.entity.js';

const LOOK_MS = 100;
/** How exactly it is noted when a file was last asked for. */
const USED_MS = 3_600_000;

const QUEUED = { state: 'queued' as const, progress: 0, error: null, run: null, aliveAt: null };

/** Which files there are of documents, and which are wanted. */
@Injectable()
export class FileRows {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
    private readonly files: FileStore,
  ) {}

  /**
   * The one file that this is, which is made in the background if it was not asked for before. Null when it has become
   * another one, or is gone, in this instant.
   */
  async need(key: FileKey): Promise<SubmissionFile | null> {
    const there = await this.find(key);
    if (!there) {
      await this.unitOfWork.run((manager) => this.ask(manager, [key]));
      return this.find(key);
    }
    const now = this.clock.now();
    if (now.getTime() - there.usedAt.getTime() > USED_MS)
      await this.unitOfWork.run((manager) =>
        manager.update(SubmissionFile, { id: there.id }, { usedAt: now }),
      );
    return there;
  }

  find(key: FileKey): Promise<SubmissionFile | null> {
    return this.unitOfWork.read.findOneBy(SubmissionFile, sameAs(key));
  }

  /** Has files made in the background, once the transaction is through. */
  async ask(manager: EntityManager, keys: readonly FileKey[]): Promise<void> {
    const now = this.clock.now();
    const rows = keys.map((key) => ({ id: uuid(), ...key, ...QUEUED, createdAt: now, usedAt: now }));
    await manager.createQueryBuilder().insert().into(SubmissionFile).values(rows).orIgnore().execute();
    // One that somebody else asked for at the same time has a row under another id: its job finds nothing.
    const jobs = rows.map(({ id }) => ({ payload: { id } }));
    this.unitOfWork.afterCommit(() => this.queue.addMany(fileJob, jobs));
  }

  /** Has the files made that are kept of what is submitted. */
  async askFrozen(
    manager: EntityManager,
    submission: Submission,
    freeze: { number: number; hash: string },
  ): Promise<void> {
    const keys = languagesOf(submission).flatMap((language) =>
      FROZEN_FORMATS.map((format) => frozenKey(submission, { ...freeze, language }, format)),
    );
    await this.ask(manager, keys);
  }

  byId(submissionId: string, id: string): Promise<SubmissionFile | null> {
    return this.unitOfWork.read.findOneBy(SubmissionFile, { id, submissionId });
  }

  /** What is made of a document, the newest first. */
  made(submissionId: string): Promise<SubmissionFile[]> {
    return this.unitOfWork.read.find(SubmissionFile, {
      where: { submissionId, state: 'done' },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
  }

  /** One as it is once it is made or failed; as it stands when that takes too long, null when it is gone. */
  async settled(id: string, until: number): Promise<SubmissionFile | null> {
    for (;;) {
      const row = await this.unitOfWork.read.findOneBy(SubmissionFile, { id });
      if (!row || row.state === 'done' || row.state === 'failed' || Date.now() >= until) return row;
      await delay(LOOK_MS);
    }
  }

  /** Has one that failed made again, or one whose file was lost. */
  async again({ id, state }: Pick<SubmissionFile, 'id' | 'state'>): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const { affected } = await manager.update(SubmissionFile, { id, state }, QUEUED);
      if (affected) this.unitOfWork.afterCommit(() => this.queue.add(fileJob, { id }));
    });
  }

  /** Nobody waits for it any more. */
  cancel(submissionId: string, id: string): Promise<void> {
    return this.drop({ submissionId, id, state: In(['queued', 'running', 'failed'] satisfies FileState[]) });
  }

  /** Deletes files that may not be kept, with what was made. */
  async drop(where: FindOptionsWhere<SubmissionFile>): Promise<void> {
    if (!(await this.unitOfWork.read.existsBy(SubmissionFile, where))) return;
    const rows = await this.unitOfWork.run(async (manager) => {
      // One that is made at this moment has a file in the store, or is none of these any more.
      const lock = this.unitOfWork.sqlite ? {} : { lock: { mode: 'pessimistic_write' as const } };
      const found = await manager.find(SubmissionFile, { where, order: { id: 'ASC' }, ...lock });
      if (found.length > 0) await manager.delete(SubmissionFile, { id: In(found.map(({ id }) => id)) });
      return found;
    });
    for (const { fileKey } of rows) if (fileKey) await this.files.remove(fileKey);
  }
}

const sameAs = ({ submissionId, valueHash, format }: FileKey) => ({ submissionId, valueHash, format });
