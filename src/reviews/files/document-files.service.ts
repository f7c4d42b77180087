import { Injectable } from '@nestjs/common';
import type { ReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { NotFoundError } from '../../platform/errors.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { Actor } from '../../platform/http/actor.js';
import { JobQueue } from '../../platform/queue/job-queue.js';
import { DocumentsService, type Which } from '../document/documents.service.js';
import { SubmissionQueryService } from '../submissions/submission-query.service.js';
import { bodyOf } from './body-of.js';
import { fileKey } from './file-keys.js';
import { FileMaker } from './file-maker.service.js';
import { FileRows } from './file-rows.service.js';
import { type Format, MEDIA_TYPES } from './formats.js';
import { PackService } from './pack.service.js';
import type { FileKey, SubmissionFile } from './submission-file.entity.js';

/** Passages of a text that is written as data at once, in a few milliseconds. */
const SHORT = 400;

export interface ReadyFile {
  name: string;
  mediaType: string;
  body: Buffer | ReadStream;
  /** In bytes. */
  length: number;
}

/** The file; else how far it is, or why it failed. */
export type FileAnswer = { ready: ReadyFile } | { row: SubmissionFile };

/** Files of documents, as an actor may read them. */
@Injectable()
export class DocumentFiles {
  constructor(
    private readonly query: SubmissionQueryService,
    private readonly documents: DocumentsService,
    private readonly rows: FileRows,
    private readonly maker: FileMaker,
    private readonly pack: PackService,
    private readonly files: FileStore,
    private readonly queue: JobQueue,
  ) {}

  /**
   * The text as it stands as a file, waited for some time; `again`: one that failed is tried once more. Throws
   * NotFoundError when there is nothing to read yet.
   */
  async file(
    actor: Actor,
    id: string,
    format: Format,
    { waitMs, again = false, ...which }: Which & { waitMs: number; again?: boolean },
  ): Promise<FileAnswer> {
    const until = Date.now() + waitMs;
    for (let retry = again; ; retry = false) {
      const wanted = await this.wanted(actor, id, format, which);
      if ('ready' in wanted) return wanted;
      const asked = await this.rows.need(wanted.key);
      // Whoever made it found other words, which are looked for next.
      if (!asked) continue;
      if (asked.state === 'failed' && retry) await this.rows.again(asked);
      // Without a queue whoever asks makes it.
      if (asked.state !== 'done' && !this.queue.isReady()) await this.maker.make(asked.id);
      const row = await this.rows.settled(asked.id, until);
      // It may have become the file of what was written meanwhile.
      if (row?.state === 'done' && row.valueHash === wanted.key.valueHash) {
        const ready = await this.opened(row);
        if (ready) return { ready };
        await this.rows.again(row);
      } else if (row && (row.state === 'failed' || Date.now() >= until)) return { row };
      if (Date.now() >= until) return { row: row ?? asked };
    }
  }

  /** The file itself, however long it takes: for commands. */
  async document(
    actor: Actor,
    id: string,
    format: Format,
    freeze?: number,
    language?: string,
  ): Promise<{ name: string; body: Buffer }> {
    const answer = await this.file(actor, id, format, { freeze, language, waitMs: 600_000 });
    if (!('ready' in answer)) throw new Error(answer.row.error ?? 'the file was not made');
    const { name, body } = answer.ready;
    return { name, body: Buffer.isBuffer(body) ? body : await buffer(body) };
  }

  /** One that is being made, for somebody who waits for it. Throws NotFoundError for what is not the actor's to read. */
  async waiting(actor: Actor, id: string, fileId: string): Promise<SubmissionFile> {
    const { sight } = await this.query.find(actor, id);
    const row = await this.rows.byId(id, fileId);
    if (!row || (sight === 'frozen' && row.freezeNumber === null)) throw new NotFoundError('file');
    return row;
  }

  /** Tries one that failed again. */
  async again(actor: Actor, id: string, fileId: string): Promise<SubmissionFile> {
    const row = await this.waiting(actor, id, fileId);
    if (row.state === 'failed') await this.rows.again(row);
    return row;
  }

  /** Ends one that is being made, for all who wait for it. */
  async cancel(actor: Actor, id: string, fileId: string): Promise<void> {
    await this.query.find(actor, id);
    await this.rows.cancel(id, fileId);
  }

  /** What is made of a document, as far as the actor reads it. What is not submitted may say something else by now. */
  async made(actor: Actor, id: string): Promise<SubmissionFile[]> {
    const { sight } = await this.query.find(actor, id);
    const made = await this.rows.made(id);
    return sight === 'frozen' ? made.filter(({ freezeNumber }) => freezeNumber !== null) : made;
  }

  private async wanted(
    actor: Actor,
    id: string,
    format: Format,
    which: Which,
  ): Promise<{ ready: ReadyFile } | { key: FileKey }> {
    // Before the text is read: what is withdrawn in between makes the file go, never the reverse.
    const fingerprint = await this.query.fingerprint(id);
    const seen = await this.documents.settled(actor, id, which.freeze);
    if (format === 'zip') return { key: await this.pack.key(seen, which.freeze, fingerprint) };
    const known = await this.documents.known(seen, which);
    if (!known) throw new NotFoundError('document');
    const key = fileKey(seen, known, format, fingerprint);
    const short = known.mark !== null && known.mark.passages <= SHORT && !known.logo;
    const read = format === 'json' && short ? await this.documents.read(seen, which) : null;
    if (!read) return { key };
    const body = await bodyOf(read, format);
    return { ready: { name: key.name, mediaType: MEDIA_TYPES[format], body, length: body.length } };
  }

  /** Null when the store has it no more. */
  private async opened({ name, format, fileKey: key, bytes }: SubmissionFile): Promise<ReadyFile | null> {
    try {
      const body = await this.files.open(key!);
      return { name, mediaType: MEDIA_TYPES[format], body, length: bytes! };
    } catch (error) {
      if (error instanceof NotFoundError) return null;
      throw error;
    }
  }
}
