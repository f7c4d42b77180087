import type { Readable } from 'node:stream';
import type { ReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock.js';
import { remove } from '../../platform/database/change.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from '../../platform/errors.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { Actor } from '../../platform/http/actor.js';
import { EntryQueryService } from '../access/entry-query.service.js';
import { type SeenEntry } from '../access/seen-entry.js';
import { Evidence } from '../entries/entry.entity.js';
import { isEditable } from '../entries/entry.workflow.js';
import { SubmissionGate } from '../entries/submission-gate.js';
import { ENDINGS, savedName } from './file-name.js';

const MAX_BYTES = 25_000_000;
const MAX_PER_ENTRY = 20;

const ALLOWED: ReadonlySet<string> = new Set(ENDINGS.keys());

/** Files and links that go with an entry. They are seen by whoever sees the text they came with. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: EntryQueryService,
    private readonly files: FileStore,
    private readonly clock: Clock,
    private readonly gate: SubmissionGate,
  ) {}

  async addLink(actor: Actor, entryId: string, link: { title: string; url: string }): Promise<Evidence> {
    await this.editable(actor, entryId);
    const kept = { fileKey: null, mediaType: null, bytes: null, sha256: null };
    return this.insert(actor, { entryId, ...link, ...kept });
  }

  /**
   * Keeps a file of at most 25 MB. Its kind is read from its content. Throws InvalidError on `file` when it is
   * too large, empty or of a kind not accepted; nothing is kept then.
   */
  async addFile(actor: Actor, entryId: string, file: { name: string; stream: Readable }): Promise<Evidence> {
    await this.editable(actor, entryId);
    const stored = await this.files.put(file.stream, {
      field: 'file',
      maxBytes: MAX_BYTES,
      allowed: ALLOWED,
      name: file.name,
    });
    try {
      const { key: fileKey, bytes, sha256, mediaType } = stored;
      return await this.insert(actor, {
        entryId,
        title: savedName(file.name, mediaType),
        url: null,
        fileKey,
        bytes,
        sha256,
        mediaType,
      });
    } catch (error) {
      await this.files.remove(stored.key);
      throw error;
    }
  }

  /** Takes evidence off the working text. What was already submitted with a version stays with it. */
  async remove(actor: Actor, id: string): Promise<string> {
    const evidence = await this.unitOfWork.read.findOneBy(Evidence, { id });
    if (!evidence) throw new NotFoundError('evidence');
    await this.editable(actor, evidence.entryId);
    if (evidence.sinceVersion !== null) throw new ConflictError('error.evidenceSubmitted');
    await this.unitOfWork.run(async (manager) => {
      // Submitted since we looked: then it stays with the version.
      await remove(manager, Evidence, { id, sinceVersion: IsNull() }, { reason: 'error.evidenceSubmitted' });
      await this.gate.changed(actor, evidence.entryId);
    });
    if (evidence.fileKey) await this.files.remove(evidence.fileKey);
    return evidence.entryId;
  }

  /** The file, for somebody who sees the entry's text it came with. Throws NotFoundError otherwise. */
  async open(actor: Actor, id: string): Promise<{ evidence: Evidence; stream: ReadStream }> {
    const row = await this.unitOfWork.read.findOneBy(Evidence, { id });
    if (!row?.fileKey) throw new NotFoundError('evidence');
    const entry = await this.entries.find(actor, row.entryId);
    const evidence = entry.evidence.find((one) => one.id === id);
    if (!evidence) throw new NotFoundError('evidence');
    return { evidence, stream: await this.files.open(row.fileKey) };
  }

  private async editable(actor: Actor, entryId: string): Promise<SeenEntry> {
    const entry = await this.entries.find(actor, entryId);
    if (entry.sight !== 'own') throw new ForbiddenError('error.notYours');
    if (!isEditable(entry.state)) throw new ConflictError('error.entryMove');
    if (entry.evidence.length >= MAX_PER_ENTRY)
      throw InvalidError.field('file', 'error.evidenceMany', { maximum: MAX_PER_ENTRY });
    return entry;
  }

  private async insert(
    actor: Actor,
    fields: Omit<Evidence, 'id' | 'sinceVersion' | 'addedAt' | 'entry'>,
  ): Promise<Evidence> {
    const evidence = Object.assign(new Evidence(), {
      id: uuid(),
      ...fields,
      sinceVersion: null,
      addedAt: this.clock.now(),
    });
    await this.unitOfWork.run(async (manager) => {
      await manager.insert(Evidence, evidence);
      await this.gate.changed(actor, evidence.entryId);
    });
    return evidence;
  }
}
