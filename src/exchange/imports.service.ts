import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, LessThan, MoreThan } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { v7 as uuid } from 'uuid';
import { demand } from '../accounts/roles.js';
import { Clock } from '../platform/clock.js';
import { change } from '../platform/database/change.js';
import { History } from '../platform/database/history.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ConflictError, InvalidError, NotFoundError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import type { Encoding } from '../platform/spreadsheets/encodings.js';
import type { Localized } from '../platform/i18n/localized.js';
import { whenPlansGo } from '../plans/plan/plans-gone.js';
import { PlansService } from '../plans/plan/plans.service.js';
import { withAnswers } from './cells/corrections.js';
import { likelyTitle } from './match/first-look.js';
import { ownTarget } from './sheet-file/own-target.js';
import { sheetLayout } from './sheet-file/sheet-layout.js';
import type { Layout } from './match/layout.js';
import { PlanImport } from './plan-import.entity.js';
import { type PlanFile, readPlanFile, shownName } from './read/read-plan-file.js';
import { ImportRunService } from './import-run.service.js';
import { type Prepared } from './preview/prepared-import.js';
import { type ImportSource } from './import-source.js';

const KEEP_MS = 24 * 3_600_000;
/** A file of text that is larger has to be brought again to be read in other characters. */
const SOURCE_BYTES = 5_000_000;

export type Waiting = Pick<PlanImport, 'id' | 'fileName' | 'createdAt'>;

/** Files that wait between being brought and being taken into a plan. Each is seen by the one who brought it. */
@Injectable()
export class ImportsService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly plans: PlansService,
    private readonly runs: ImportRunService,
    private readonly history: History,
  ) {}

  onModuleInit(): void {
    whenPlansGo(this.history, (planIds) =>
      this.unitOfWork.run((manager) => manager.delete(PlanImport, { planId: In(planIds) })),
    );
  }

  /** Reads a file and keeps what it says for a day. Throws InvalidError on `file`. */
  async bring(
    actor: Actor,
    target: { mechanismId: string; planId: null } | { planId: string },
    file: PlanFile,
  ): Promise<PlanImport> {
    const given = target.planId === null ? null : await this.plans.findToEdit(actor, target.planId);
    const mechanismId = target.planId === null ? target.mechanismId : given!.mechanismId;
    demand(actor, 'plans.edit', mechanismId, 'mechanism');
    const content = await readPlanFile(file);
    const { tracked } = content;
    const plan = tracked ? await ownTarget(this.plans, actor, tracked, { mechanismId, plan: given }) : given;
    const now = this.clock.now();
    const row = Object.assign(new PlanImport(), {
      id: uuid(),
      accountId: actor.accountId,
      mechanismId,
      planId: plan?.id ?? null,
      fileName: shownName(file.name),
      content,
      source: content.characters && file.bytes.length <= SOURCE_BYTES ? file.bytes.toString('base64') : null,
      layout: tracked ? sheetLayout(tracked) : null,
      plan: null,
      counts: null,
      version: 1,
      createdAt: now,
      expiresAt: new Date(now.getTime() + KEEP_MS),
    });
    await this.unitOfWork.run((manager) =>
      manager.insert(PlanImport, row as QueryDeepPartialEntity<PlanImport>),
    );
    return row;
  }

  /** Throws NotFoundError when there is none, it is somebody else's, or its day is over. */
  async find(actor: Actor, id: string): Promise<PlanImport> {
    const row = await this.unitOfWork.read.findOneBy(PlanImport, { id });
    if (!row || row.accountId !== actor.accountId || row.expiresAt <= this.clock.now())
      throw new NotFoundError('import');
    demand(actor, 'plans.edit', row.mechanismId, 'import');
    return row;
  }

  /** What the actor brought for the same plan, or for a new one of the mechanism, and has not finished; the last first. */
  async waiting(actor: Actor, target: { mechanismId: string; planId: string | null }): Promise<Waiting[]> {
    demand(actor, 'plans.edit', target.mechanismId, 'mechanism');
    return this.unitOfWork.read.find(PlanImport, {
      select: { id: true, fileName: true, createdAt: true },
      where: {
        accountId: actor.accountId ?? '',
        mechanismId: target.mechanismId,
        planId: target.planId ?? IsNull(),
        counts: IsNull(),
        expiresAt: MoreThan(this.clock.now()),
      },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
  }

  /**
   * Reads a file of text once more, in other characters; how it is read is then guessed anew. Throws InvalidError on
   * `encoding` when it has to be brought again for that, and on `file` when it is no text in them.
   */
  async readAgain(actor: Actor, id: string, encoding: Encoding): Promise<void> {
    const { version, ...before } = await this.unfinished(actor, id);
    const [kept] = await this.unitOfWork.read.find(PlanImport, {
      select: { id: true, source: true },
      where: { id },
    });
    if (!kept?.source) throw InvalidError.field('encoding', 'exchange.error.bringAgain');
    const content = await readPlanFile({ bytes: Buffer.from(kept.source, 'base64'), encoding });
    await this.unitOfWork.run((manager) =>
      manager.update(
        PlanImport,
        { id, version },
        {
          content: content as never,
          layout: null,
          ...(isTitleOfFile(before) && { plan: null }),
          version: version + 1,
        },
      ),
    );
  }

  /** Notes how the file is to be read, and what a new plan is called. */
  async choose(
    actor: Actor,
    id: string,
    { layout, plan }: { layout: Layout; plan: Record<string, unknown> | null },
  ): Promise<void> {
    const { version } = await this.unfinished(actor, id);
    await this.unitOfWork.run((manager) =>
      manager.update(PlanImport, { id, version }, { layout, plan: plan as never, version: version + 1 }),
    );
  }

  /** Notes what cells are in truth, by what people answered to the questions of the preview. */
  async answer(
    actor: Actor,
    id: string,
    answers: readonly { use: string; key: string; becomes: string }[],
  ): Promise<void> {
    const { layout, plan } = await this.unfinished(actor, id);
    if (!layout) throw new ConflictError('exchange.error.notMatched');
    const corrections = withAnswers(layout.corrections, answers);
    await this.choose(actor, id, { layout: { ...layout, corrections }, plan });
  }

  /** Whether headings that are objectives of the Compact map the rows under them. */
  async mapHeadings(actor: Actor, id: string, headingObjectives: boolean): Promise<void> {
    const { layout, plan } = await this.unfinished(actor, id);
    if (!layout) throw new ConflictError('exchange.error.notMatched');
    await this.choose(actor, id, { layout: { ...layout, headingObjectives }, plan });
  }

  /** What it would do. Throws ConflictError when nobody has yet said how it is to be read. */
  async preview(actor: Actor, id: string): Promise<Prepared & { row: PlanImport; mark: string }> {
    const row = await this.unfinished(actor, id);
    const prepared = await this.runs.prepare(actor, sourceOf(row));
    return { ...prepared, row, mark: `${row.version}.${prepared.fingerprint}` };
  }

  /**
   * Takes it into the plan. Throws ConflictError when `mark` is not that of the preview as it would be now: the plan
   * was changed since, or the file is now read in another way.
   */
  async confirm(
    actor: Actor,
    id: string,
    { mark, remove }: { mark: string; remove: readonly string[] },
  ): Promise<PlanImport> {
    const row = await this.unfinished(actor, id);
    const [version, fingerprint = ''] = mark.split('.');
    if (version !== String(row.version)) throw new ConflictError('exchange.error.changedSince');
    const { plan, counts } = await this.runs.apply(actor, sourceOf(row), {
      remove,
      expected: fingerprint,
      within: async (done) => {
        const next = { counts: done.counts, planId: done.plan.id, content: EMPTY, source: null };
        const reason = 'exchange.error.changedSince';
        await this.unitOfWork.run((manager) =>
          change(manager, PlanImport, { id, version: row.version }, next, { reason }),
        );
      },
    });
    return Object.assign(row, { planId: plan.id, counts });
  }

  async discard(actor: Actor, id: string): Promise<PlanImport> {
    const row = await this.find(actor, id);
    await this.unitOfWork.run((manager) => manager.delete(PlanImport, { id }));
    return row;
  }

  /** Forgets those whose day is over. */
  async sweep(): Promise<void> {
    const expiresAt = LessThan(this.clock.now());
    await this.unitOfWork.run((manager) => manager.delete(PlanImport, { expiresAt }));
  }

  private async unfinished(actor: Actor, id: string): Promise<PlanImport> {
    const row = await this.find(actor, id);
    if (row.counts) throw new ConflictError('exchange.error.done');
    return row;
  }
}

/** A title that was taken from the file is in its characters; one that somebody typed stays. */
function isTitleOfFile({ content, layout, plan, fileName }: Omit<PlanImport, 'version'>): boolean {
  const title = (plan as { title?: Localized } | null)?.title;
  return Boolean(layout && title && likelyTitle(content, layout, fileName) === title.texts[title.original]);
}

/** What is in the plan need not be kept a second time. */
const EMPTY = { sheets: [], facts: null, items: null, parts: {} };

function sourceOf({ mechanismId, planId, fileName, content, layout, plan }: PlanImport): ImportSource {
  if (!layout) throw new ConflictError('exchange.error.notMatched');
  return { mechanismId, planId, fileName, content, layout, plan };
}
