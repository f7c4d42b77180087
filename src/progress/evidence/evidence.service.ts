import type { Readable } from 'node:stream';
import type { ReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { type EntityManager, Not } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { DelegationGate } from '../../gate/delegation-gate.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError, InvalidError, NotFoundError } from '../../platform/errors.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { Actor } from '../../platform/http/actor.js';
import { EntryQueryService } from '../access/entry-query.service.js';
import { loadOwn, lockOwn } from '../access/load-entry.js';
import { evidenceSeen } from '../access/seen-entry.js';
import { type Entry, EntryEvidence, Evidence, WORKING_TEXT } from '../entries/entry.entity.js';
import { isEditable } from '../entries/entry.workflow.js';
import { ENDINGS, savedName } from './file-name.js';

export const MAX_EVIDENCE_BYTES = 25_000_000;
const MAX_PER_ENTRY = 20;

/** A file in the store, not yet put with anything. */
export interface ReceivedFile {
  fileKey: string;
  title: string;
  mediaType: string;
  bytes: number;
  sha256: string;
}

const ALLOWED: ReadonlySet<string> = new Set(ENDINGS.keys());

/**
 * Files and links that go with the texts of an entry. They are seen by whoever reads such a text. Only the working text's
 * change: what was submitted with a version stays with it.
 */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: EntryQueryService,
    private readonly files: FileStore,
    private readonly clock: Clock,
    private readonly gate: DelegationGate,
  ) {}

  addLink(actor: Actor, entryId: string, link: { title: string; url: string }): Promise<Evidence> {
    const kept = { fileKey: null, mediaType: null, bytes: null, sha256: null };
    return this.insert(actor, { entryId, ...link, ...kept });
  }

  /**
   * Keeps a file of at most 25 MB. Its kind is read from its content. Throws InvalidError on `file` when it is
   * too large, empty or of a kind not accepted; nothing is kept then.
   */
  async addFile(actor: Actor, entryId: string, file: { name: string; stream: Readable }): Promise<Evidence> {
    const { read } = this.unitOfWork;
    await admitMore(read, await loadOwn(read, actor, entryId));
    const received = await this.receive(file);
    try {
      return await this.addReceived(actor, entryId, received);
    } finally {
      await this.discard([received]);
    }
  }

  /** Keeps a file before it is put with a text. Throws as `addFile` does. */
  async receive({ name, stream }: { name: string; stream: Readable }): Promise<ReceivedFile> {
    const rules = { field: 'file', maxBytes: MAX_EVIDENCE_BYTES, allowed: ALLOWED, name };
    const { key: fileKey, ...stored } = await this.files.put(stream, rules);
    return { fileKey, ...stored, title: savedName(name, stored.mediaType) };
  }

  /** Puts a file that was received with the working text. */
  addReceived(actor: Actor, entryId: string, received: ReceivedFile): Promise<Evidence> {
    return this.insert(actor, { entryId, url: null, ...received });
  }

  /** Removes the files that are in no evidence. */
  async discard(received: readonly ReceivedFile[]): Promise<void> {
    for (const { fileKey } of received)
      if (!(await this.unitOfWork.read.existsBy(Evidence, { fileKey }))) await this.files.remove(fileKey);
  }

  /** Puts evidence of an earlier version with the working text again. Throws NotFoundError. */
  async addAgain(actor: Actor, id: string, entry?: string): Promise<Evidence> {
    const evidence = await this.find(id, entry);
    await this.change(actor, evidence.entryId, async (manager, entry) => {
      const row = { entryId: entry.id, number: WORKING_TEXT, evidenceId: id };
      if (await manager.existsBy(EntryEvidence, row)) return;
      await admitMore(manager, entry);
      await manager.insert(EntryEvidence, row);
    });
    return evidence;
  }

  /**
   * Takes evidence off the working text; answers the entry's id. What was submitted with a version stays with that one,
   * and is kept as long as there is one. Throws NotFoundError.
   */
  async remove(actor: Actor, id: string, entry?: string): Promise<string> {
    const { entryId, fileKey } = await this.find(id, entry);
    const gone = await this.change(actor, entryId, async (manager) => {
      const { affected } = await manager.delete(EntryEvidence, {
        entryId,
        number: WORKING_TEXT,
        evidenceId: id,
      });
      if (!affected) throw new NotFoundError('evidence');
      if (await manager.existsBy(EntryEvidence, { evidenceId: id })) return false;
      await manager.delete(Evidence, { id });
      return true;
    });
    if (gone && fileKey) await this.files.remove(fileKey);
    return entryId;
  }

  /** What would be removed, and whether it would be gone for good: a version may have it still. Throws as `remove` does. */
  async removing(actor: Actor, id: string): Promise<{ evidence: Evidence; final: boolean }> {
    const evidence = await this.find(id);
    await loadOwn(this.unitOfWork.read, actor, evidence.entryId);
    const elsewhere = { evidenceId: id, number: Not(WORKING_TEXT) };
    return { evidence, final: !(await this.unitOfWork.read.existsBy(EntryEvidence, elsewhere)) };
  }

  /** The file, for somebody who reads a text it goes with. Throws NotFoundError otherwise. */
  async open(actor: Actor, id: string): Promise<{ evidence: Evidence; stream: ReadStream }> {
    const { entryId, fileKey } = await this.find(id);
    const seen = evidenceSeen(await this.entries.find(actor, entryId));
    const evidence = seen.find((one) => one.id === id);
    if (!evidence || !fileKey) throw new NotFoundError('evidence');
    return { evidence, stream: await this.files.open(fileKey) };
  }

  /** `entryId`: of which entry it has to be. */
  private async find(id: string, entryId?: string): Promise<Evidence> {
    const evidence = await this.unitOfWork.read.findOneBy(Evidence, { id, ...(entryId && { entryId }) });
    if (!evidence) throw new NotFoundError('evidence');
    return evidence;
  }

  private insert(actor: Actor, fields: Omit<Evidence, 'id' | 'addedAt' | 'entry'>): Promise<Evidence> {
    const evidence = Object.assign(new Evidence(), { id: uuid(), ...fields, addedAt: this.clock.now() });
    return this.change(actor, evidence.entryId, async (manager, entry) => {
      await admitMore(manager, entry);
      await manager.insert(Evidence, evidence);
      await manager.insert(EntryEvidence, {
        entryId: entry.id,
        number: WORKING_TEXT,
        evidenceId: evidence.id,
      });
      return evidence;
    });
  }

  /** Changes what goes with the working text, while nobody submits it. */
  private change<T>(
    actor: Actor,
    entryId: string,
    act: (manager: EntityManager, entry: Entry) => Promise<T>,
  ): Promise<T> {
    return this.unitOfWork.run(async (manager) => {
      const entry = await lockOwn(manager, actor, entryId);
      if (!isEditable(entry.state)) throw new ConflictError('error.entryMove');
      const result = await act(manager, entry);
      await this.gate.changed(actor, entryId);
      return result;
    });
  }
}

/** Throws ConflictError where the text is not open, and InvalidError where there is no room for more. */
async function admitMore(manager: EntityManager, { id: entryId, state }: Entry): Promise<void> {
  if (!isEditable(state)) throw new ConflictError('error.entryMove');
  const there = await manager.countBy(EntryEvidence, { entryId, number: WORKING_TEXT });
  if (there >= MAX_PER_ENTRY)
    throw InvalidError.field('file', 'error.evidenceMany', { maximum: MAX_PER_ENTRY });
}
