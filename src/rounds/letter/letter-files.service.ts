import type { ReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { Actor } from '../../platform/http/actor.js';
import type { Language } from '../../platform/i18n/i18n.js';
import type { Attachment } from '../../platform/mail/letter.js';
import { ENDINGS, savedName } from '../../progress/evidence/file-name.js';
import { Round } from '../round/round.entity.js';
import { RoundQueryService } from '../round/round-query.service.js';
import { roundWorkflow } from '../round/round.workflow.js';
import { LetterFile } from './letter-file.entity.js';
import { admitFile, filesFor, MAX_LETTER_BYTES } from './letter-files.js';

const ALLOWED: ReadonlySet<string> = new Set(ENDINGS.keys());

/** The files of a call's covering letter, by language. They change while it is a draft, and are read by whoever reads the call. */
@Injectable()
export class LetterFiles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly history: History,
    private readonly files: FileStore,
    private readonly rounds: RoundQueryService,
    private readonly clock: Clock,
  ) {}

  /** All of a call, in the order they were added in. */
  of(roundId: string): Promise<LetterFile[]> {
    return this.unitOfWork.read.find(LetterFile, {
      where: { roundId },
      order: { addedAt: 'ASC', id: 'ASC' },
    });
  }

  /** Those that a reader gets. */
  async for({ id, title }: Pick<Round, 'id' | 'title'>, language: string): Promise<LetterFile[]> {
    return filesFor(await this.of(id), language, title.original);
  }

  /**
   * Adds a file to a draft. Its kind is read from its content. Throws InvalidError on `file` when it is of a kind not
   * accepted, empty, or more than a mail can carry, and ConflictError when the call is opened.
   */
  async add(
    actor: Actor,
    roundId: string,
    language: Language,
    file: { name: string; stream: Readable },
  ): Promise<LetterFile> {
    await this.draft(actor, roundId);
    const rules = { field: 'file', maxBytes: MAX_LETTER_BYTES, allowed: ALLOWED, name: file.name };
    const { key: fileKey, mediaType, bytes } = await this.files.put(file.stream, rules);
    const name = savedName(file.name, mediaType);
    try {
      return await this.unitOfWork.run(async (manager) => {
        const round = await this.draft(actor, roundId);
        // Takes the row's lock: of two files at once, the second waits and is counted with the first.
        const { affected } = await manager.update(Round, { id: roundId, state: 'draft' }, { state: 'draft' });
        if (!affected) throw new NotFoundError('round');
        admitFile(await manager.findBy(LetterFile, { roundId }), language, bytes);
        const row = {
          id: uuid(),
          roundId,
          language,
          name,
          fileKey,
          mediaType,
          bytes,
          addedAt: this.clock.now(),
        };
        await manager.insert(LetterFile, row);
        await this.record(actor, 'round.addFile', round, { after: { file: name, language } });
        return manager.create(LetterFile, row);
      });
    } catch (error) {
      await this.files.remove(fileKey);
      throw error;
    }
  }

  /** Throws NotFoundError, and ConflictError when the call is opened: what was sent stays. */
  async remove(actor: Actor, roundId: string, id: string): Promise<void> {
    const fileKey = await this.unitOfWork.run(async (manager) => {
      const round = await this.rounds.holdToManage(actor, roundId);
      roundWorkflow.move(round.state, 'edit');
      const file = await manager.findOneBy(LetterFile, { id, roundId });
      if (!file) throw new NotFoundError('file');
      await manager.delete(LetterFile, { id });
      await this.record(actor, 'round.removeFile', round, {
        before: { file: file.name, language: file.language },
      });
      return file.fileKey;
    });
    await this.files.remove(fileKey);
  }

  /** Of a call that the caller has found for its reader. Throws NotFoundError. */
  async open(roundId: string, id: string): Promise<{ file: LetterFile; stream: ReadStream }> {
    const file = await this.unitOfWork.read.findOneBy(LetterFile, { id, roundId });
    if (!file) throw new NotFoundError('file');
    return { file, stream: await this.files.open(file.fileKey) };
  }

  /** As a mail carries them; one whose file is gone does not hold the mail back. */
  async attached(round: Pick<Round, 'id' | 'title'>, language: string): Promise<Attachment[]> {
    const found: Attachment[] = [];
    for (const { name: filename, mediaType: contentType, fileKey } of await this.for(round, language))
      try {
        found.push({ filename, contentType, content: await buffer(await this.files.open(fileKey)) });
      } catch (error) {
        if (!(error instanceof NotFoundError)) throw error;
      }
    return found;
  }

  private async draft(actor: Actor, id: string): Promise<Round> {
    const round = await this.rounds.findToManage(actor, id);
    roundWorkflow.move(round.state, 'edit');
    return round;
  }

  private record(actor: Actor, action: string, { id: subjectId, mechanismId: scope }: Round, change: object) {
    return this.history.record(actor, { action, subjectKind: 'round', subjectId, scope, ...change });
  }
}
