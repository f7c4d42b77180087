import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { SYSTEM } from '../../accounts/actor.resolver.js';
import { Clock } from '../../platform/clock.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError, UnavailableError } from '../../platform/errors.js';
import { basisOf, withinBasis } from './basis.js';
import { namedCounts } from './named-counts.js';
import { saidStatuses } from './said-statuses.js';
import { compileSubmission } from './compile.js';
import type { CompiledSubmission } from './compiled.js';
import { type Compilation, Submission, SubmissionSection } from '../submissions/submission.entity.js';
import { CompilationInputService } from './compilation-input.service.js';

/** Releases change by the day; if the text cannot be had after so many compilations, something is wrong. */
const TRIES = 5;

/** Makes the compiled part of submissions, and keeps it in step with what is released. */
@Injectable()
export class CompilationService {
  private readonly logger = new Logger(CompilationService.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly inputs: CompilationInputService,
    private readonly history: History,
  ) {}

  /**
   * Compiles a submission that is queued. Returns quietly when another worker has it, or it is no longer queued. A
   * failure is kept with its reason, for the secretariat to see, and thrown.
   */
  async compile(id: string): Promise<void> {
    if (!(await this.claim(id))) return;
    try {
      const submission = await this.unitOfWork.read.findOneByOrFail(Submission, { id });
      await this.make(submission, (percent) => this.report(id, percent));
      await this.finish(id, { compilation: 'done', progress: 100 });
    } catch (error) {
      const reason = (error instanceof Error ? error.message : String(error)).slice(0, 500);
      await this.finish(id, { compilation: 'failed', compilationError: reason });
      throw error;
    }
  }

  /**
   * A submission with its sections, compiled again at once when it was made from other entries than are released now:
   * what a delegation withdrew must be gone from the next page and the next file, not after the next compilation.
   * What was submitted is left alone. Throws NotFoundError when there is none of that id.
   */
  async upToDate(id: string): Promise<Submission> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const submission = await this.unitOfWork.read.findOne(Submission, {
        where: { id },
        relations: { sections: true },
      });
      if (!submission) throw new NotFoundError('submission');
      if (!submission.compiled || submission.state === 'submitted' || (await this.isCurrent(submission)))
        return submission;
      await this.make(submission);
    }
    throw new UnavailableError('error.submissionChanging');
  }

  /** Whether the entries a submission was compiled from are those released now. */
  async isCurrent({ compiled, mechanismId }: Pick<Submission, 'compiled' | 'mechanismId'>): Promise<boolean> {
    return compiled?.fingerprint === (await this.inputs.fingerprint(mechanismId));
  }

  /** Compiles and stores. `report` gets how far it is, in percent. */
  private async make(submission: Submission, report?: (percent: number) => Promise<void>): Promise<void> {
    // Before the entries are read: a withdrawal in between makes the next look compile again, never the reverse.
    const fingerprint = await this.inputs.fingerprint(submission.mechanismId);
    const { released, ...input } = await this.inputs.gather(submission);
    await report?.(50);
    const { state, compiled: before } = submission;
    const taken = state === 'drafting' || !before ? released : withinBasis(released, before.basis);
    const entries = taken.map(({ entry }) => entry);
    const named = namedCounts(taken, input.mechanism.fewestReporters);
    const text = compileSubmission({ ...input, entries, named, said: saidStatuses(taken) });
    await report?.(90);
    const sources = taken.map(({ id, entry: { attributed } }) => ({ id, attributed }));
    await this.store(submission, text, { fingerprint, basis: basisOf(entries), sources });
  }

  private async store(
    submission: Submission,
    { sections, ...head }: CompiledSubmission,
    made: Omit<Compilation, 'head'>,
  ): Promise<void> {
    const { id, state, version, compiledHash } = submission;
    const hash = createHash('sha256')
      .update(JSON.stringify({ ...head, sections }))
      .digest('hex');
    const compiled: Compilation = { head, ...made };
    await this.unitOfWork.run(async (manager) => {
      // Named as they were read: the slower of two does not put back what the faster found withdrawn, and what was
      // circulated meanwhile is not overwritten with what a draft may hold.
      const where = { id, state, version };
      if (hash === compiledHash) {
        await manager.update(Submission, where, { compiled });
        return;
      }
      const change = { compiled, compiledHash: hash, compiledAt: this.clock.now(), version: version + 1 };
      const stored = await manager.update(Submission, where, change);
      if (!stored.affected) return;
      for (const section of sections) {
        await manager.update(
          SubmissionSection,
          { submissionId: id, key: section.key },
          { compiled: section },
        );
      }
      await this.history.record(SYSTEM, {
        action: 'submission.compile',
        subjectKind: 'submission',
        subjectId: id,
        scope: submission.mechanismId,
        before: { entries: submission.compiled?.head.counts.all ?? null },
        after: { entries: head.counts.all },
      });
    });
  }

  private async claim(id: string): Promise<boolean> {
    const change = {
      compilation: 'running' as const,
      progress: 0,
      compilationError: null,
      version: () => 'version + 1',
    };
    const where = { id, compilation: 'queued' as const };
    const claimed = await this.unitOfWork.run((manager) => manager.update(Submission, where, change));
    return claimed.affected === 1;
  }

  private async report(id: string, progress: number): Promise<void> {
    await this.unitOfWork.run((manager) =>
      manager.update(Submission, { id, compilation: 'running' }, { progress }),
    );
  }

  private async finish(id: string, change: Partial<Submission>): Promise<void> {
    const where = { id, compilation: 'running' as const };
    await this.unitOfWork.run((manager) => manager.update(Submission, where, change));
    if (change.compilation === 'failed') this.logger.warn(`submission ${id}: ${change.compilationError}`);
  }
}
