import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Not } from 'typeorm';
import { v4 as uuid } from 'uuid';
import { LookService } from '../../mechanisms/look/look.service.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError, NotFoundError } from '../../platform/errors.js';
import { FileStore } from '../../platform/files/file-store.js';
import { outsideFailure } from '../../platform/outside-failure.js';
import { JobQueue } from '../../platform/queue/job-queue.js';
import { DocumentsService } from '../document/documents.service.js';
import { fileJob } from '../reviews.jobs.js';
import { SubmissionQueryService } from '../submissions/submission-query.service.js';
import { bodyOf } from './body-of.js';
import { fileKey } from './file-keys.js';
import { type Packed, PackService } from './pack.service.js';
import { type FileKey, SubmissionFile } from './submission-file.entity.js';

/** How often whoever makes a file says that it is at it. */
const BEAT_MS = 5_000;

/** Makes files of documents, of the text as it stands when it is made. */
@Injectable()
export class FileMaker implements OnModuleInit {
  private readonly logger = new Logger(FileMaker.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
    private readonly files: FileStore,
    private readonly query: SubmissionQueryService,
    private readonly documents: DocumentsService,
    private readonly looks: LookService,
    private readonly pack: PackService,
  ) {}

  onModuleInit(): void {
    this.queue.handle(fileJob, ({ id }) => this.make(id));
  }

  /** Makes one that is queued. A failure is kept with its reason. */
  async make(id: string): Promise<void> {
    const run = uuid();
    const mine = { id, run, state: 'running' as const };
    const claimed = await this.unitOfWork.run((manager) =>
      manager.update(
        SubmissionFile,
        { id, state: 'queued' },
        { run, state: 'running', aliveAt: this.clock.now(), progress: 0, error: null },
      ),
    );
    if (!claimed.affected) return;
    const told = async (set: { progress?: number } = {}) => {
      const { affected } = await this.unitOfWork.run((manager) =>
        manager.update(SubmissionFile, mine, { ...set, aliveAt: this.clock.now() }),
      );
      return Boolean(affected);
    };
    const beat = setInterval(
      () => void told().catch((error: unknown) => this.logger.warn(`file ${id}: ${String(error)}`)),
      BEAT_MS,
    ).unref();
    try {
      const file = await this.unitOfWork.read.findOneByOrFail(SubmissionFile, { id });
      const { key, body } = await this.content(file, async (progress) => {
        if (!(await told({ progress }))) throw new Stopped();
      });
      await this.keep(mine, key, body);
    } catch (error) {
      if (error instanceof Stopped) return;
      const reason = (error instanceof Error ? error.message : String(error)).slice(0, 500);
      const failed = { state: 'failed' as const, error: reason, aliveAt: null };
      await this.unitOfWork.run((manager) => manager.update(SubmissionFile, mine, failed));
      this.logger.warn(`file ${id}: ${reason}`);
    } finally {
      clearInterval(beat);
    }
  }

  private async content(file: SubmissionFile, told: (progress: number) => Promise<void>): Promise<Packed> {
    const { submissionId, format, language } = file;
    const freeze = file.freezeNumber ?? undefined;
    // Before the text is read: a withdrawal in between drops the file, never the reverse.
    const fingerprint = await this.query.fingerprint(submissionId);
    const seen = await this.query.standing(submissionId);
    if (format === 'zip') return this.pack.made(seen, freeze, fingerprint, told);
    const known = await this.documents.known(seen, { language, freeze });
    const read = await this.documents.read(seen, { language, freeze });
    if (!known || !read) throw new NotFoundError('document');
    const body = await bodyOf(read, format, await this.looks.picture(read.logo));
    return { key: fileKey(seen, known, format, fingerprint), body };
  }

  /** What was asked for may say something else by now: then it is the file of that, unless there is one. */
  private async keep(
    mine: { id: string; run: string; state: 'running' },
    { valueHash, fingerprint, name, freezeNumber }: FileKey,
    body: Packed['body'],
  ): Promise<void> {
    const { key, bytes, sha256 } = await this.files.keep(body);
    const made = { ...{ valueHash, fingerprint, name, freezeNumber }, bytes, sha256, fileKey: key };
    const become = () => this.become(mine, made);
    // Another one became the same at this moment: the second time it is there to be seen.
    const kept = await become().catch((error: unknown) => {
      if (outsideFailure(error) instanceof ConflictError) return become();
      throw error;
    });
    if (!kept) await this.files.remove(key);
  }

  /** The row that is being made is what was made; false, and it is gone, when another one is that already. */
  private become(
    mine: { id: string; run: string; state: 'running' },
    made: Pick<FileKey, 'valueHash' | 'fingerprint' | 'name' | 'freezeNumber'> & Partial<SubmissionFile>,
  ): Promise<boolean> {
    return this.unitOfWork.run(async (manager) => {
      const row = await manager.findOneBy(SubmissionFile, mine);
      if (!row) return false;
      const { submissionId, format } = row;
      const other = { submissionId, valueHash: made.valueHash, format, id: Not(mine.id) };
      if (await manager.existsBy(SubmissionFile, other)) {
        await manager.delete(SubmissionFile, mine);
        return false;
      }
      const done = { ...made, state: 'done' as const, progress: 100, aliveAt: null };
      return Boolean((await manager.update(SubmissionFile, mine, done)).affected);
    });
  }
}

/** Somebody stopped it, or somebody else took it over. */
class Stopped extends Error {}
