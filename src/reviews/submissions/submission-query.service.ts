import { Injectable } from '@nestjs/common';
import { type FindOptionsSelect, In } from 'typeorm';
import { can, mechanismsWhere } from '../../accounts/roles.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { CompileFlow } from '../compiling/compile-flow.js';
import { MaskedPassages } from '../passages/masked-passages.service.js';
import type { PassageSource } from '../passages/passage.js';
import { type DocumentOverview, overviewOf, passageRows } from './document-overview.js';
import { type Sight, sightOf } from './submission.access.js';
import { Submission, SubmissionFreeze } from './submission.entity.js';

/** A text that was submitted, without the text itself. */
export type FreezeSummary = Pick<SubmissionFreeze, 'number' | 'hash' | 'frozenAt'>;

export interface SeenSubmission {
  /** With its sections, unless the actor reads only what was submitted. */
  submission: Submission;
  sight: Sight;
  /** Passages that are in no page and no file now, by id, with the sources that do not hold. */
  masked: ReadonlyMap<string, readonly PassageSource[]>;
  /** The latest first. */
  freezes: FreezeSummary[];
}

/** All but what is long: a list has no use for it. */
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

/** Documents as an actor may read them. Every look at one that is not submitted first checks what is released. */
@Injectable()
export class SubmissionQueryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly masked: MaskedPassages,
    private readonly flow: CompileFlow,
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

  /**
   * Throws NotFoundError when there is no such submission or it is not the actor's to read. One that was made from other
   * entries than are released now is compiled again in the background; what may stand in it no more is masked at once.
   */
  async find(actor: Actor, id: string): Promise<SeenSubmission> {
    const freezes = await this.freezesOf(id);
    // Before anything is compiled: who may not read it does not set work going.
    const known = await this.unitOfWork.read.findOne(Submission, { select: FOR_LISTS, where: { id } });
    if (!known) throw new NotFoundError('submission');
    const sight = sightOf(actor, known, freezes.length > 0);
    const nothing = { sight, masked: new Map<string, readonly PassageSource[]>(), freezes };
    if (sight === 'frozen') return { ...nothing, submission: known };
    const submission = await this.loaded(id);
    if (submission.state === 'submitted') return { ...nothing, submission };
    const current = await this.masked.isCurrent(submission);
    const masked = await this.masked.of(submission, current);
    if (current || !submission.compiled || submission.compilation !== 'done')
      return { ...nothing, submission, masked };
    await this.flow.refresh(id);
    return { ...nothing, submission: await this.loaded(id), masked };
  }

  /** As somebody finds it who reads all of it: for what is made in the background. */
  async standing(id: string): Promise<SeenSubmission> {
    const submission = await this.loaded(id);
    const nothing = { sight: 'all' as const, freezes: await this.freezesOf(id) };
    if (submission.state === 'submitted') return { ...nothing, submission, masked: new Map() };
    return { ...nothing, submission, masked: await this.masked.of(submission) };
  }

  /** Of what is released now in its mechanism. */
  async fingerprint(id: string): Promise<string> {
    const found = await this.unitOfWork.read.findOne(Submission, {
      select: { id: true, mechanismId: true },
      where: { id },
    });
    if (!found) throw new NotFoundError('submission');
    return this.masked.released(found.mechanismId);
  }

  /** How long its sections are and how their passages stand, read without their words. */
  async overview({ submission, masked }: SeenSubmission): Promise<DocumentOverview> {
    const rows = await passageRows(this.unitOfWork.read, submission.id, submission.language);
    return overviewOf(submission.sections, rows, masked);
  }

  /** All but the entries it was made from, which no page and no answer needs. */
  private loaded(id: string): Promise<Submission> {
    const columns = this.unitOfWork.read.dataSource.getMetadata(Submission).columns;
    const select = columns.filter(({ propertyName }) => propertyName !== 'basis');
    return this.unitOfWork.read
      .createQueryBuilder(Submission, 'submission')
      .select(select.map(({ propertyName }) => `submission.${propertyName}`))
      .leftJoinAndSelect('submission.sections', 'section')
      .where('submission.id = :id', { id })
      .getOneOrFail();
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
