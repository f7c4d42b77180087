import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { demand } from '../../accounts/roles.js';
import { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { Clock } from '../../platform/clock.js';
import { change } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError, NotFoundError } from '../../platform/errors.js';
import type { Day } from '../../platform/i18n/day.js';
import type { Actor } from '../../platform/http/actor.js';
import { CirculationService } from '../circulation/circulation.service.js';
import { CyclesService } from '../cycles/cycles.service.js';
import { CompileFlow } from '../compiling/compile-flow.js';
import { CompilingService } from '../compiling/compiling.service.js';
import { FileRows } from '../files/file-rows.service.js';
import { MaskedPassages } from '../passages/masked-passages.service.js';
import { passageRows, overviewOf } from './document-overview.js';
import { freezeSubmission } from './freeze-submission.js';
import { changeOf, findToEdit } from './submission.access.js';
import { isBusy, Submission, SubmissionSection } from './submission.entity.js';
import { alreadyBegun, begun, type NewDocument } from './begin-document.js';
import { type SubmissionMove, submissionWorkflow } from './submission.workflow.js';

/** The version of the text the actor was looking at: with it, what changed meanwhile is refused. */
type Seen = number | null | undefined;

/** What a move sets and does besides. */
interface MoreOfMove {
  set: Partial<Submission>;
  also: (manager: EntityManager, submission: Submission) => Promise<void>;
}

/** A mechanism's inputs to reviews: opening, compiling, and moving them on. Reading is SubmissionQueryService's. */
@Injectable()
export class SubmissionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly flow: CompileFlow,
    private readonly compiling: CompilingService,
    private readonly masked: MaskedPassages,
    private readonly circulation: CirculationService,
    private readonly cycles: CyclesService,
    private readonly files: FileRows,
  ) {}

  /**
   * Begins a document of a mechanism from a template, which it keeps a copy of. Throws ConflictError, with its id, when
   * the same one is there already; InvalidError at the field for a template, cycle, plan or meeting that is none of the
   * mechanism's, and for days that leave a hole after the last document of the template.
   */
  async open(actor: Actor, mechanismId: string, input: NewDocument): Promise<Submission> {
    demand(actor, 'submissions.edit', mechanismId, 'mechanism');
    // What is proposed follows from the days of its cycle as they stand now, whichever process changed them.
    await this.cycles.all();
    const id = uuid();
    await this.unitOfWork.run(async (manager) => {
      // Locks the row: of two who begin the same document at once, the second finds the first.
      const known = await manager.update(Mechanism, { id: mechanismId }, { id: mechanismId });
      if (!known.affected) throw new NotFoundError('mechanism');
      const { row, sections } = await begun(manager, mechanismId, input, this.clock.now());
      const same = await alreadyBegun(manager, row);
      if (same) throw new ConflictError('error.submissionExists', { id: same });
      await manager.insert(Submission, { id, ...row });
      await manager.insert(
        SubmissionSection,
        sections.map((section, position) => ({ id: uuid(), submissionId: id, position, ...section })),
      );
      const there = await manager.findOneByOrFail(Submission, { id });
      await this.history.record(actor, changeOf(there, 'open', {}, { title: row.title }));
    });
    return this.unitOfWork.read.findOneByOrFail(Submission, { id });
  }

  /** Has the compiled part made anew. Asking again while it is under way changes nothing. */
  async requestCompilation(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const { state } = await findToEdit(manager, actor, id);
      if (state !== 'drafting') throw new ConflictError('error.submissionNotDrafting');
      await this.flow.request(manager, id);
    });
  }

  /** Ends a compilation that is under way, or waits; what was compiled before stays. */
  async cancelCompilation(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      await findToEdit(manager, actor, id);
      await this.flow.cancel(manager, id);
    });
  }

  /**
   * Compiles at once and without an actor, for the command line. One that was circulated takes in nothing new. Throws
   * ConflictError for one that is submitted.
   */
  async compile(id: string): Promise<void> {
    const found = await this.unitOfWork.read.findOneBy(Submission, { id });
    if (!found) throw new NotFoundError('submission');
    if (found.state === 'submitted') throw new ConflictError('error.submissionNotDrafting');
    await this.flow.claimable(id);
    await this.compiling.compile(id);
  }

  /** One the actor may change. Throws NotFoundError or ForbiddenError. */
  findToEdit(actor: Actor, id: string): Promise<Submission> {
    return findToEdit(this.unitOfWork.read, actor, id);
  }

  /**
   * Shows the text to the chair and the focal points, and asks them by mail to answer until a day, if one is given. From
   * here on it gains no material, see `basis.ts`. Throws InvalidError for a day gone by.
   */
  circulate(actor: Actor, id: string, version?: Seen, answerBy: Day | null = null): Promise<void> {
    const set = this.circulation.begin(answerBy);
    return this.move(actor, id, 'circulate', version, {
      set,
      also: (manager, submission) => this.circulation.announce(manager, actor, submission),
    });
  }

  /** Notes that those who were shown the text agree to it. */
  clear(actor: Actor, id: string, version?: Seen): Promise<void> {
    return this.move(actor, id, 'clear', version);
  }

  /** Keeps the text as submitted, for good. */
  freeze(actor: Actor, id: string, version?: Seen): Promise<void> {
    return this.move(actor, id, 'freeze', version);
  }

  /** Takes a text that is not yet submitted back to drafting. */
  recall(actor: Actor, id: string, version?: Seen): Promise<void> {
    return this.move(actor, id, 'recall', version);
  }

  /** Begins a further text. What was submitted stays as it is beside it. */
  revise(actor: Actor, id: string, version?: Seen): Promise<void> {
    return this.move(actor, id, 'revise', version);
  }

  private async move(
    actor: Actor,
    id: string,
    move: SubmissionMove,
    version: Seen,
    more: Partial<MoreOfMove> = {},
  ): Promise<void> {
    const before = await findToEdit(this.unitOfWork.read, actor, id);
    const current = await this.masked.isCurrent(before);
    const masked = await this.masked.of(before, current);
    if (!current && before.compiled) await this.flow.refresh(id);
    await this.unitOfWork.run(async (manager) => {
      const submission = await findToEdit(manager, actor, id);
      const to = submissionWorkflow.move(submission.state, move, { state: submission.state });
      if (version && version !== submission.version) throw new ConflictError('error.submissionChanged');
      const set: Partial<Submission> = { ...more.set, state: to };
      if (to !== 'drafting') await this.demandSettled(manager, submission, masked);
      const where = { id, state: submission.state, version: submission.version };
      await change(manager, Submission, where, set, { reason: 'error.submissionChanged' });
      const now = this.clock.now();
      const frozen =
        to === 'submitted' &&
        (await freezeSubmission(manager, submission, { now, actor, masked: new Set(masked.keys()) }));
      if (frozen) await this.files.askFrozen(manager, submission, frozen);
      await this.history.record(
        actor,
        changeOf(submission, move, { state: submission.state }, { state: to, ...(frozen || {}) }),
      );
      // What is being compiled is compiled as a draft from now on, which takes in more.
      if (to === 'drafting' && isBusy(submission)) await this.flow.restart(manager, id);
      await more.also?.(manager, { ...submission, ...set });
    });
  }

  /**
   * Nothing moves on while it is being compiled, when a release changed since the text was shown, or while words stand in
   * it whose source was withdrawn.
   */
  private async demandSettled(
    manager: EntityManager,
    submission: Submission,
    masked: ReadonlyMap<string, unknown>,
  ): Promise<void> {
    if (!submission.compiled) throw new ConflictError('error.submissionNotCompiled');
    if (!(await this.masked.isCurrent(submission))) throw new ConflictError('error.submissionChanged');
    if (isBusy(submission)) throw new ConflictError('error.submissionNotCompiled');
    if (masked.size === 0 || submission.state !== 'drafting') return;
    const rows = await passageRows(manager, submission.id, submission.language);
    const { sections } = overviewOf(submission.sections, rows, masked);
    if (sections.some(({ news }) => news.withdrawn > 0)) throw new ConflictError('error.passagesWithdrawn');
  }
}
