import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { JobQueue } from '../../platform/queue/job-queue.js';
import { compileJob, finishJob, sectionJob } from '../reviews.jobs.js';
import { type CompilationState, Submission } from '../submissions/submission.entity.js';
import { CompilingService } from './compiling.service.js';

/** States in which nothing is under way. */
const SETTLED: CompilationState[] = ['none', 'done', 'failed'];

/** Has documents compiled in the background: a job for each section, and one that ends it. */
@Injectable()
export class CompileFlow implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queue: JobQueue,
    private readonly compiling: CompilingService,
  ) {}

  onModuleInit(): void {
    this.queue.handle(compileJob, ({ id }) => this.start(id));
    this.queue.handle(sectionJob, ({ id, run, section }) =>
      this.compiling.orFail(id, run, () => this.compiling.section(id, run, section)),
    );
    this.queue.handle(finishJob, ({ id, run }) =>
      this.compiling.orFail(id, run, () => this.compiling.finish(id, run)),
    );
  }

  /** Notes within a transaction that a document is to be compiled. Answers whether that was not under way already. */
  async request(
    manager: EntityManager,
    id: string,
    state: 'drafting' | 'any' = 'drafting',
  ): Promise<boolean> {
    const where = {
      id,
      compilation: In(SETTLED),
      state: state === 'any' ? Not('submitted' as const) : state,
    };
    const queued = await manager.update(Submission, where, QUEUED);
    if (!queued.affected) return false;
    // Without an id of its own the job cannot be swallowed by one that is just ending; the claim decides anyway.
    this.unitOfWork.afterCommit(() => this.queue.add(compileJob, { id }));
    return true;
  }

  /** Has a document that was compiled from other entries than are released now compiled again. */
  async refresh(id: string): Promise<void> {
    await this.unitOfWork.run((manager) => this.request(manager, id, 'any'));
  }

  /** Queued as new within a transaction, whatever is under way: the document is to be compiled from something else. */
  async restart(manager: EntityManager, id: string): Promise<void> {
    await manager.update(Submission, { id }, QUEUED);
    this.unitOfWork.afterCommit(() => this.queue.add(compileJob, { id }));
  }

  /** Queued, unless it is already, for whoever compiles it here and now. */
  async claimable(id: string): Promise<void> {
    const where = { id, compilation: In(SETTLED), state: Not('submitted' as const) };
    await this.unitOfWork.run((manager) => manager.update(Submission, where, QUEUED));
  }

  /** Ends a compilation before it is done. What is compiled of it stays; asked for again, it begins anew. */
  async cancel(manager: EntityManager, id: string): Promise<boolean> {
    const where = { id, compilation: In(['queued', 'running'] satisfies CompilationState[]) };
    const before = await manager.existsBy(Submission, { id, compiledAt: Not(IsNull()) });
    const compilation: CompilationState = before ? 'done' : 'none';
    const ended = await manager.update(Submission, where, { compilation, run: null, aliveAt: null });
    return Boolean(ended.affected);
  }

  private async start(id: string): Promise<void> {
    const run = await this.compiling.begin(id);
    if (!run) return;
    const of = { id, run: run.run };
    const added = await this.queue.addFlow(
      run.sections.map((section) => ({
        ...{ job: sectionJob, payload: { ...of, section }, id: `${run.run}.${section}` },
      })),
      { job: finishJob, payload: of, id: run.run },
    );
    if (!added) await this.compiling.go(run);
  }
}

/** A new compilation; one that is taken over keeps its `run`. */
const QUEUED = { compilation: 'queued' as const, run: null, progress: 0, compilationError: null };
