import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { v4 as uuid } from 'uuid';
import { SYSTEM } from '../../accounts/actor.resolver.js';
import { Clock } from '../../platform/clock.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { languagesOf } from '../compilation/ask.js';
import type { CompilationOutline } from '../compilation/compilation-outline.js';
import { SectionCompiler } from '../compilation/section-compiler.js';
import { inOrder } from '../document/in-order.js';
import { compiledHash } from '../passages/compiled-hash.js';
import { dropMoved, forgetMoved, storeSection } from '../passages/passage-store.js';
import { type Compilation, Submission, SubmissionSection } from '../submissions/submission.entity.js';
import { askOf } from './document-ask.js';
import { countsOf } from './entry-counts.js';
import { Outlines } from './outlines.js';

/** How often whoever compiles says that it is at it. */
const BEAT_MS = 5_000;

/** A compilation that is under way. */
export interface Run {
  id: string;
  run: string;
  /** Keys of its sections, in order. */
  sections: string[];
}

/**
 * Compiles documents section by section. The rows say how far it is: a section names the compilation it was last
 * compiled in, so that whoever goes on after one that died does the rest, and two who do the same section do it once.
 */
@Injectable()
export class CompilingService {
  private readonly logger = new Logger(CompilingService.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly compiler: SectionCompiler,
    private readonly outlines: Outlines,
  ) {}

  /** Takes on a document that is queued; null when somebody else has it, or it is queued no longer. */
  async begin(id: string): Promise<Run | null> {
    return this.unitOfWork.run(async (manager) => {
      const claimed = await manager.update(
        Submission,
        { id, compilation: 'queued' },
        { compilation: 'running', aliveAt: this.clock.now(), version: () => 'version + 1' },
      );
      if (!claimed.affected) return null;
      const submission = await manager.findOneOrFail(Submission, {
        where: { id },
        relations: { sections: true },
      });
      const sections = inOrder(submission.sections).map(({ key }) => key);
      if (submission.run) return { id, run: submission.run, sections };
      const run = uuid();
      await manager.update(Submission, { id }, { run, progress: 0, compilationError: null });
      await forgetMoved(manager, id);
      return { id, run, sections };
    });
  }

  /** Compiles one section, unless that is done or the compilation is not this one any more. */
  async section(id: string, run: string, key: string): Promise<void> {
    const submission = await this.running(id, run);
    const section = submission?.sections.find((one) => one.key === key);
    if (!submission || !section) return;
    const ask = askOf(submission);
    await this.alive(id, run, async () => {
      const outline = await this.outlines.of(run, ask);
      const mark = markOf(run, outline);
      if (section.run === mark) return;
      const compiled = await this.compiler.section(ask, section, outline);
      await this.unitOfWork.run(async (manager) => {
        // Holds the row: what somebody writes in the document meanwhile comes before or after.
        const { state } = submission;
        const where = { id, run, state, compilation: 'running' as const };
        const held = await manager.update(Submission, where, { aliveAt: this.clock.now() });
        if (!held.affected) return;
        const narrow = state !== 'drafting' && submission.compiled !== null;
        await storeSection(manager, { submission, sectionKey: key }, compiled, { narrow });
        await manager.update(SubmissionSection, { id: section.id }, { run: mark });
        const all = await manager.findBy(SubmissionSection, { submissionId: id });
        const done = all.filter((one) => one.run === mark).length;
        await manager.update(Submission, { id }, { progress: Math.round((done / all.length) * 95) });
      });
    });
  }

  /** Ends a compilation: what is left of its sections, and then the document is what was compiled. */
  async finish(id: string, run: string): Promise<void> {
    const submission = await this.running(id, run);
    if (!submission) return;
    const ask = askOf(submission);
    const outline = await this.outlines.of(run, ask);
    for (const { key, run: mark } of inOrder(submission.sections))
      if (mark !== markOf(run, outline)) await this.section(id, run, key);
    this.outlines.forget(run);
    const heads = Object.fromEntries(
      languagesOf(ask).map((language) => [language, this.compiler.head(ask, language, outline)]),
    );
    const { fingerprint, entries, placement } = outline;
    const waits = placement.waiting.length > 0;
    const narrow = submission.state !== 'drafting';
    const compiled: Compilation = {
      fingerprint,
      heads,
      counts: countsOf(entries),
      narrow,
      ...(waits && { waits }),
    };
    const basis = entries.map(({ id: entryId, attributed, seal }) => ({ id: entryId, attributed, seal }));
    await this.unitOfWork.run(async (manager) => {
      const where = { id, run, state: submission.state, compilation: 'running' as const };
      const done = { compilation: 'done' as const, progress: 100, compilationError: null };
      const ended = await manager.update(Submission, where, { ...done, compiled, basis, aliveAt: null });
      if (!ended.affected) return;
      await dropMoved(manager, id);
      const hash = await compiledHash(manager, id, submission.sections, heads);
      const { compiledHash: before, version } = await manager.findOneByOrFail(Submission, { id });
      if (hash === before) return;
      const change = { compiledHash: hash, compiledAt: this.clock.now(), version: version + 1 };
      await manager.update(Submission, { id }, change);
      await this.history.record(SYSTEM, {
        action: 'submission.compile',
        subjectKind: 'submission',
        subjectId: id,
        scope: submission.mechanismId,
        before: { entries: submission.compiled?.counts.all ?? null },
        after: { entries: entries.length },
      });
    });
  }

  /**
   * All of a document that is queued, one section after the other, here and now. A failure is kept with its reason, for
   * the secretariat to see, and thrown.
   */
  async compile(id: string): Promise<void> {
    const run = await this.begin(id);
    if (run) await this.go(run);
  }

  async go({ id, run, sections }: Run): Promise<void> {
    await this.orFail(id, run, async () => {
      for (const key of sections) await this.section(id, run, key);
      await this.finish(id, run);
    });
  }

  /** Does a part of a compilation; when it fails, the compilation has failed. */
  async orFail(id: string, run: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.outlines.forget(run);
      const reason = (error instanceof Error ? error.message : String(error)).slice(0, 500);
      const failed = { compilation: 'failed' as const, compilationError: reason, aliveAt: null };
      // Somebody else may have taken it over, and be done with it.
      const mine = { id, run, compilation: 'running' as const };
      await this.unitOfWork.run((manager) => manager.update(Submission, mine, failed));
      this.logger.warn(`submission ${id}: ${reason}`);
      throw error;
    }
  }

  private running(id: string, run: string): Promise<Submission | null> {
    return this.unitOfWork.read.findOne(Submission, {
      where: { id, run, compilation: 'running' },
      relations: { sections: true },
    });
  }

  /** While it works, the row says so. */
  private async alive(id: string, run: string, work: () => Promise<void>): Promise<void> {
    const beat = setInterval(() => {
      const now = { aliveAt: this.clock.now() };
      const told = this.unitOfWork.run((manager) =>
        manager.update(Submission, { id, run, compilation: 'running' }, now),
      );
      told.catch((error: unknown) => this.logger.warn(`submission ${id}: ${String(error)}`));
    }, BEAT_MS).unref();
    try {
      await work();
    } finally {
      clearInterval(beat);
    }
  }
}

/** By which a section knows that it was compiled in this compilation, from this outline. */
const markOf = (run: string, { fingerprint }: CompilationOutline): string =>
  createHash('sha256').update(`${run} ${fingerprint}`).digest('hex').slice(0, 36);
