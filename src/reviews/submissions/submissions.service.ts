import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
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
import { JobQueue } from '../../platform/queue/job-queue.js';
import { CirculationService } from '../circulation/circulation.service.js';
import { CyclesService } from '../cycles/cycles.service.js';
import { CompilationService } from '../compilation/compilation.service.js';
import { freezeSubmission } from './freeze-submission.js';
import { compileJob } from '../reviews.jobs.js';
import { changeOf, findToEdit } from './submission.access.js';
import { Submission, SubmissionSection } from './submission.entity.js';
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
    private readonly queue: JobQueue,
    private readonly compilation: CompilationService,
    private readonly circulation: CirculationService,
    private readonly cycles: CyclesService,
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
      await findToEdit(manager, actor, id);
      // Without an id of its own the job cannot be swallowed by one that is just ending; the claim decides anyway.
      if (await this.queueUp(manager, id))
        this.unitOfWork.afterCommit(() => this.queue.add(compileJob, { id }));
    });
  }

  /** The same at once and without an actor, for the command line. Throws ConflictError for one that is not a draft. */
  async compile(id: string): Promise<void> {
    if (!(await this.unitOfWork.read.existsBy(Submission, { id }))) throw new NotFoundError('submission');
    await this.unitOfWork.run((manager) => this.queueUp(manager, id));
    await this.compilation.compile(id);
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

  /** Answers whether it was not under way already. */
  private async queueUp(manager: EntityManager, id: string): Promise<boolean> {
    const settled = { id, state: 'drafting' as const, compilation: In(['none', 'done', 'failed']) };
    const queue = { compilation: 'queued' as const, progress: 0, compilationError: null };
    const queued = await manager.update(Submission, settled, queue);
    if (queued.affected) return true;
    if (await manager.existsBy(Submission, { id, state: 'drafting' })) return false;
    throw new ConflictError('error.submissionNotDrafting');
  }

  private async move(
    actor: Actor,
    id: string,
    move: SubmissionMove,
    version: Seen,
    more: Partial<MoreOfMove> = {},
  ): Promise<void> {
    await findToEdit(this.unitOfWork.read, actor, id);
    await this.compilation.upToDate(id);
    await this.unitOfWork.run(async (manager) => {
      const submission = await findToEdit(manager, actor, id);
      const to = submissionWorkflow.move(submission.state, move, { state: submission.state });
      if (version && version !== submission.version) throw new ConflictError('error.submissionChanged');
      const set: Partial<Submission> = { ...more.set, state: to };
      if (to === 'drafting') Object.assign(set, this.openAgain(submission));
      else await this.demandSettled(submission);
      const where = { id, state: submission.state, version: submission.version };
      await change(manager, Submission, where, set, { reason: 'error.submissionChanged' });
      const frozen =
        to === 'submitted' ? await freezeSubmission(manager, submission, this.clock.now(), actor) : {};
      await this.history.record(
        actor,
        changeOf(submission, move, { state: submission.state }, { state: to, ...frozen }),
      );
      await more.also?.(manager, { ...submission, ...set });
    });
  }

  /** Nothing moves on while it is being compiled, or when a release changed since the text was shown. */
  private async demandSettled(submission: Submission): Promise<void> {
    const busy = submission.compilation === 'queued' || submission.compilation === 'running';
    if (!submission.compiled || busy) throw new ConflictError('error.submissionNotCompiled');
    if (!(await this.compilation.isCurrent(submission))) throw new ConflictError('error.submissionChanged');
  }

  /** A draft takes in what was released meanwhile: it counts as made from something else. */
  private openAgain({ compiled }: Submission): Partial<Submission> {
    return { compiled: compiled && { ...compiled, fingerprint: '' } };
  }
}
