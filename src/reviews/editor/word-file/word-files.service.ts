import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { lockSubject } from '../../../platform/database/lock-subject.js';
import { Clock } from '../../../platform/clock.js';
import { insertAll } from '../../../platform/database/in-slices.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { readDocument } from '../../../platform/documents/read-document/read-document.js';
import { ConflictError, InvalidError, NotFoundError } from '../../../platform/errors.js';
import type { Actor } from '../../../platform/http/actor.js';
import type { Upload } from '../../../platform/http/upload.js';
import { translator } from '../../../platform/i18n/i18n.js';
import { DocumentsService } from '../../document/documents.service.js';
import { Passage } from '../../passages/passage.entity.js';
import { findToEdit } from '../../submissions/submission.access.js';
import { Submission } from '../../submissions/submission.entity.js';
import { SubmissionQueryService } from '../../submissions/submission-query.service.js';
import { PassageComment } from '../comments/passage-comment.entity.js';
import { languagesOf } from '../draft.js';
import { PassagesService } from '../passages.service.js';
import { passageOfUnit } from './canonical.js';
import { compareWord, type WordRow } from './compare-word.js';
import { WordUpload } from './word-upload.entity.js';

const KEPT_DAYS = 14;

/** A file that came back, with what it differs in from the document as it stands now. */
export interface LookedAt {
  submission: Submission;
  upload: WordUpload;
  rows: WordRow[];
}

/** One without what it says. */
export type WaitingUpload = Pick<WordUpload, 'id' | 'name' | 'language' | 'uploadedAt'>;

/** Word files of a document that somebody edited in Word: read, compared, and taken passage by passage. */
@Injectable()
export class WordFilesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly query: SubmissionQueryService,
    private readonly documents: DocumentsService,
    private readonly passages: PassagesService,
  ) {}

  /** Throws InvalidError on `file` for one that cannot be read, or that no document was written to. */
  async upload(actor: Actor, id: string, language: string, { name, bytes }: Upload): Promise<WordUpload> {
    const submission = await findToEdit(this.unitOfWork.read, actor, id);
    if (submission.state !== 'drafting') throw new ConflictError('error.submissionNotDrafting');
    if (!languagesOf(submission).includes(language)) throw InvalidError.field('language', 'error.choice');
    const content = await readDocument(bytes, { name });
    const own = await this.passageIds(id);
    const isKnown = content.units.some(({ unit }) => unit !== null && own.has(passageOfUnit(unit)?.id ?? ''));
    if (!isKnown) throw InvalidError.field('file', 'error.wordFileUnknown');
    const now = this.clock.now();
    const row = {
      id: uuid(),
      ...{ submissionId: id, language, content },
      name: name.slice(0, 300),
      uploadedAt: now,
      uploadedBy: actor.accountId,
    };
    await this.unitOfWork.run(async (manager) => {
      const old = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
      await manager.delete(WordUpload, { uploadedAt: LessThan(old) });
      await insertAll(manager, WordUpload, [row]);
    });
    return this.find(id, row.id);
  }

  /** Those of a document that wait for a decision, the latest first. Throws NotFoundError or ForbiddenError. */
  async waiting(actor: Actor, id: string): Promise<WaitingUpload[]> {
    await findToEdit(this.unitOfWork.read, actor, id);
    return this.unitOfWork.read.find(WordUpload, {
      select: { id: true, name: true, language: true, uploadedAt: true },
      where: { submissionId: id },
      order: { uploadedAt: 'DESC' },
    });
  }

  /** Throws NotFoundError or ForbiddenError. */
  async look(actor: Actor, id: string, uploadId: string): Promise<LookedAt> {
    const seen = await this.query.find(actor, id);
    const submission = await findToEdit(this.unitOfWork.read, actor, id);
    const upload = await this.find(id, uploadId);
    const { language } = upload;
    const text = await this.documents.read(seen, { language });
    if (!text) throw new NotFoundError('document');
    const where = { submissionId: id };
    const passages = await this.unitOfWork.read.find(Passage, { where, relations: { words: true } });
    const rows = compareWord(upload.content, {
      document: text.document,
      passages,
      original: submission.language,
      numbered: submission.form.numbered,
      untranslated: translator(language)('doc.untranslated'),
    });
    return { submission, upload, rows };
  }

  /**
   * Takes the rows that were chosen, and the comments; all of it or nothing. Throws ConflictError when a passage was changed
   * since the differences were shown, and InvalidError when a translation would number otherwise.
   */
  async take(actor: Actor, id: string, uploadId: string, chosen: readonly string[]): Promise<number> {
    const { rows, upload } = await this.look(actor, id, uploadId);
    const wanted = new Set(chosen);
    const some = rows.filter((row) => wanted.has(row.id));
    if (some.length < wanted.size) throw new ConflictError('error.stale');
    await this.unitOfWork.run(async (manager) => {
      // Compiling takes away what nobody has said anything to: it comes before or after.
      await lockSubject(manager, Submission, id);
      /** The last one that came behind a passage, or at the beginning of a section. */
      const last = new Map<string, string>();
      for (const row of some) {
        if (row.kind === 'new') {
          const place = `${row.section} ${row.after}`;
          const after = last.get(place) ?? row.after;
          const added = await this.passages.add(actor, id, { section: row.section, after }, row.file);
          last.set(place, added.id);
        } else if (row.kind === 'missing') await this.passages.leaveOut(actor, id, seenIn(row));
        else await this.passages.write(actor, id, seenIn(row), upload.language, () => row.file);
      }
      await this.comment(upload);
      await manager.delete(WordUpload, { id: uploadId });
    });
    return some.length;
  }

  /** Puts the file away, and nothing of it is taken. */
  async discard(actor: Actor, id: string, uploadId: string): Promise<void> {
    await findToEdit(this.unitOfWork.read, actor, id);
    await this.find(id, uploadId);
    await this.unitOfWork.run((manager) => manager.delete(WordUpload, { id: uploadId }));
  }

  /** The comments of the file at its passages, with the names as they were typed; each once, however often it comes. */
  private async comment({ submissionId, content }: WordUpload): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const there = await manager.findBy(PassageComment, { submissionId });
      const known = new Set(there.map((one) => `${one.passageId} ${one.author} ${one.text}`));
      const ids = await this.passageIds(submissionId);
      const rows = content.comments.flatMap(({ author, date, text, unit, quote }) => {
        const passageId = unit === null ? undefined : passageOfUnit(unit)?.id;
        const by = author.slice(0, 200);
        if (!passageId || !ids.has(passageId) || known.has(`${passageId} ${by} ${text}`)) return [];
        const at = date ? new Date(date) : this.clock.now();
        return {
          ...{ id: uuid(), submissionId, passageId, text, author: by, accountId: null },
          quote: quote || null,
          at: Number.isNaN(at.getTime()) ? this.clock.now() : at,
          ...{ settledAt: null, settledBy: null, version: 1 },
        };
      });
      await insertAll(manager, PassageComment, rows);
    });
  }

  private async passageIds(submissionId: string): Promise<ReadonlySet<string>> {
    const rows = await this.unitOfWork.read.find(Passage, { select: { id: true }, where: { submissionId } });
    return new Set(rows.map(({ id }) => id));
  }

  private async find(submissionId: string, id: string): Promise<WordUpload> {
    const upload = await this.unitOfWork.read.findOneBy(WordUpload, { id, submissionId });
    if (!upload) throw new NotFoundError('upload');
    return upload;
  }
}

const seenIn = ({ passage }: { passage: Passage }) => ({ passageId: passage.id, version: passage.version });
