import { Injectable } from '@nestjs/common';
import { type FindOptionsSelect, In } from 'typeorm';
import { can, mechanismsWhere } from '../../accounts/roles.js';
import { documentLogo } from '../../mechanisms/look/look.js';
import { LookService } from '../../mechanisms/look/look.service.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { CompilationService } from '../compilation/compilation.service.js';
import type { SubmissionText } from '../compilation/compiled.js';
import { type DocumentFile, type Format, renderDocument } from '../document/render-document.js';
import { type Sight, sightOf } from './submission.access.js';
import { Submission, SubmissionFreeze } from './submission.entity.js';
import { textOf } from '../document/submission-text.js';

/** A text that was submitted, without the text itself. */
export type FreezeSummary = Pick<SubmissionFreeze, 'number' | 'hash' | 'frozenAt'>;

export interface SeenSubmission {
  submission: Submission;
  sight: Sight;
  /** As it stands; the frozen one once submitted. Null before the first compilation, or when it is not the actor's to see. */
  text: SubmissionText | null;
  /** The latest first. */
  freezes: FreezeSummary[];
}

/** All but the texts: a list has no use for them. */
const FOR_LISTS: FindOptionsSelect<Submission> = {
  id: true,
  mechanismId: true,
  cycleId: true,
  templateKey: true,
  languages: true,
  language: true,
  state: true,
  title: true,
  compilation: true,
  compiledAt: true,
  createdAt: true,
  version: true,
};

/** Submissions as an actor may read them. Every look at one that is not frozen first checks what is released. */
@Injectable()
export class SubmissionQueryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly compilation: CompilationService,
    private readonly mechanisms: MechanismsService,
    private readonly looks: LookService,
  ) {}

  /** Those the actor may read, in one mechanism or all of theirs; newest first. */
  async list(actor: Actor, mechanismId?: string): Promise<Submission[]> {
    const readable = mechanismsWhere(actor, 'submissions.read');
    const scope = mechanismId === undefined ? readable : readable.filter((id) => id === mechanismId);
    const where = { mechanismId: In(scope) };
    const found = await this.unitOfWork.read.find(Submission, {
      select: FOR_LISTS,
      where,
      order: { createdAt: 'DESC' },
    });
    const frozen = await this.frozenAmong(
      found.filter((one) => one.state === 'drafting').map((one) => one.id),
    );
    return found.filter(
      (one) =>
        one.state !== 'drafting' || frozen.has(one.id) || can(actor, 'submissions.edit', one.mechanismId),
    );
  }

  /** Throws NotFoundError when there is no such submission or it is not the actor's to read. */
  async find(actor: Actor, id: string): Promise<SeenSubmission> {
    const freezes = await this.freezesOf(id);
    // Before anything is compiled: who may not read it does not set work going.
    const known = await this.unitOfWork.read.findOne(Submission, { select: FOR_LISTS, where: { id } });
    if (!known) throw new NotFoundError('submission');
    const sight = sightOf(actor, known, freezes.length > 0);
    if (sight === 'frozen') return { submission: known, sight, text: null, freezes };
    const submission = await this.compilation.upToDate(id);
    const text =
      submission.state === 'submitted' ? await this.frozen(id, freezes[0]?.number) : textOf(submission);
    return { submission, sight, text, freezes };
  }

  /**
   * The submission as a file; with `freeze`, the text of that number as it was submitted. Throws NotFoundError when
   * there is nothing to read yet.
   */
  async document(actor: Actor, id: string, format: Format, freeze?: number): Promise<DocumentFile> {
    const { submission, sight, text, freezes } = await this.find(actor, id);
    const latest = submission.state === 'submitted' || sight === 'frozen' ? freezes[0]?.number : undefined;
    const number = freeze ?? latest;
    const shown = number === undefined ? text : await this.frozen(id, number);
    if (!shown) throw new NotFoundError('document');
    const { mechanismId, cycleId, templateKey, language } = submission;
    const mechanism = await this.mechanisms.find(mechanismId);
    const logo = number === undefined ? documentLogo(mechanism, language) : shown.logo;
    return renderDocument(
      shown,
      format,
      `${mechanismId}-${cycleId ?? templateKey}-${language}-${number ?? submission.state}`,
      await this.looks.picture(logo),
    );
  }

  private async frozen(submissionId: string, number = 0): Promise<SubmissionText> {
    const freeze = await this.unitOfWork.read.findOneBy(SubmissionFreeze, { submissionId, number });
    if (!freeze) throw new NotFoundError('document');
    return freeze.content;
  }

  private freezesOf(submissionId: string): Promise<FreezeSummary[]> {
    return this.unitOfWork.read.find(SubmissionFreeze, {
      select: { id: true, number: true, hash: true, frozenAt: true },
      where: { submissionId },
      order: { number: 'DESC' },
    });
  }

  private async frozenAmong(ids: string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const freezes = await this.unitOfWork.read.find(SubmissionFreeze, {
      select: { id: true, submissionId: true },
      where: { submissionId: In(ids) },
    });
    return new Set(freezes.map((freeze) => freeze.submissionId));
  }
}
