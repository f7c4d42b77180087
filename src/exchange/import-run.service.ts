import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { demand } from '../accounts/roles.js';
import { inSlices } from '../platform/database/in-slices.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ConflictError, InvalidError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { ItemsService } from '../plans/items/items.service.js';
import { Plan, PlanItem } from '../plans/plan/plan.entity.js';
import { PlansService } from '../plans/plan/plans.service.js';
import type { CellContext } from './cell.js';
import { cellLanguage } from './cells/cells.js';
import type { DraftPlan } from './read/draft.js';
import { ImportWriter } from './write/import-writer.js';
import { type PlanContent } from './read/plan-content.js';
import { planDifferences, withFacts } from './preview/plan-changes.js';
import { PlanFingerprint } from './plan-fingerprint.js';
import { PlanParts } from './parts/plan-parts.js';
import type { ImportCounts } from './plan-import.entity.js';
import { previewOf } from './preview/preview.js';
import { ImportSource } from './import-source.js';
import { admitRemoval, errorsOf, Prepared } from './preview/prepared-import.js';
import { fileNotices } from './read/file-notices.js';
import { sheetDrafts } from './sheet-file/sheet-drafts.js';
import { sheetNotices } from './sheet-file/sheet-notices.js';
import { withIndicators } from './read/indicator-rows.js';
import { draftedFrom } from './read/off-thread.js';

export interface Applied {
  plan: Plan;
  counts: ImportCounts;
  /** What was known before it was done. */
  prepared: Prepared;
}

interface ApplyOptions {
  /** Items to remove, of those that the file does not have. */
  remove?: readonly string[];
  /** Fingerprint of the preview that somebody has agreed to. */
  expected?: string;
  within?: (applied: Pick<Applied, 'plan' | 'counts'>) => Promise<void>;
}

/** Works out and carries out imports. */
@Injectable()
export class ImportRunService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: PlansService,
    private readonly items: ItemsService,
    private readonly writer: ImportWriter,
    private readonly parts: PlanParts,
    private readonly fingerprints: PlanFingerprint,
  ) {}

  /** What the import would do. Throws NotFoundError, ForbiddenError, or InvalidError for the plan's own fields. */
  async prepare(actor: Actor, source: ImportSource, remove: readonly string[] = []): Promise<Prepared> {
    const { content, layout, planId, mechanismId } = source;
    demand(actor, 'plans.edit', mechanismId, 'mechanism');
    const plan = planId === null ? null : await this.plans.findToEdit(actor, planId);
    const items = plan ? await this.items.tree(actor, plan.id) : [];
    const { tracked } = content;
    const draft = tracked
      ? sheetDrafts(content.sheets[0]!, tracked, layout, items)
      : await draftedFrom(content, layout, plan);
    const facts = await this.admissibleFacts(content, mechanismId, planId);
    const fields = withFacts(plan, facts, source.plan, draft.levelNames);
    const context: CellContext = { ...layout, language: cellLanguage(actor.language) };
    const preview = await previewOf({
      plan,
      items,
      draft,
      context,
      skipProblems: layout.skipProblems,
      planDifferences: plan ? planDifferences(plan, fields) : [],
      carriable: await this.carriable(mechanismId, draft),
      removed: new Set(remove),
    });
    const hanging = withIndicators(content.parts ?? {}, draft.drafts, layout.textLanguage);
    const parts = await this.parts.prepare(actor, plan, hanging, preview.work.itemPlaces);
    const wrong = parts.flatMap(({ outcomes }) => outcomes.filter(({ kind }) => kind === 'problem'));
    const counts = { ...preview.counts, problems: preview.counts.problems + wrong.length };
    const fingerprint = await this.fingerprints.of(plan?.id ?? null);
    const notices = tracked
      ? sheetNotices(content.sheets[0]!, tracked, layout, draft, items)
      : fileNotices(content, layout);
    const { objectiveHeadings } = draft;
    return { plan, fields, preview: { ...preview, counts }, notices, objectiveHeadings, parts, fingerprint };
  }

  /**
   * Carries it out, in one transaction, with what `within` does at its end. Throws InvalidError with the problems, by row and column; ConflictError when
   * the plan is no longer as `expected`, or may not be changed now.
   */
  async apply(
    actor: Actor,
    source: ImportSource,
    { remove = [], expected, within }: ApplyOptions = {},
  ): Promise<Applied> {
    const prepared = await this.prepare(actor, source, remove);
    const { preview, parts, fingerprint } = prepared;
    const missing = new Map(preview.missing.map((item) => [item.id, item]));
    if (preview.blocked) throw new ConflictError(preview.blocked.key);
    if (preview.counts.problems > 0 && !source.layout.skipProblems)
      throw new InvalidError(errorsOf(prepared));
    if (remove.some((id) => !missing.has(id))) throw InvalidError.field('remove', 'exchange.error.removal');
    admitRemoval(preview, new Set(remove));
    const { problems, notices: _, ...worked } = preview.counts;
    const counts = { ...worked, leftOut: worked.leftOut + problems };
    return this.unitOfWork.run(async () => {
      const now = await this.fingerprints.of(source.planId);
      if (now !== fingerprint || (expected !== undefined && expected !== now))
        throw new ConflictError('exchange.error.changedSince');
      const plan = await this.target(actor, prepared, source.mechanismId);
      const removed = remove.map((id) => missing.get(id)!);
      await this.writer.write(actor, plan, preview.work, removed);
      for (const part of parts) await part.write(actor);
      await this.writer.note(actor, plan, { file: source.fileName, ...counts });
      await within?.({ plan, counts });
      return { plan, counts, prepared };
    });
  }

  /** The new plan, or the one that is updated with what the file says of it. */
  private async target(
    actor: Actor,
    { plan, fields, preview }: Prepared,
    mechanismId: string,
  ): Promise<Plan> {
    if (!plan) return this.plans.create(actor, mechanismId, fields);
    if (preview.planDifferences.length === 0) return plan;
    return this.plans.update(actor, plan.id, { ...fields, version: plan.version });
  }

  /** What a file says of the plan, without references to plans that are not the mechanism's. */
  private async admissibleFacts(content: PlanContent, mechanismId: string, planId: string | null) {
    const facts = { ...content.facts };
    for (const key of ['parentPlanId', 'formerPlanId'] as const) {
      const id = facts[key];
      if (!id) continue;
      const known =
        typeof id === 'string' && (await this.unitOfWork.read.findOneBy(Plan, { id, mechanismId }));
      if (!known || known.id === planId) delete facts[key];
    }
    return facts;
  }

  private async carriable(mechanismId: string, { drafts }: DraftPlan): Promise<Set<string>> {
    const ids = [...new Set(drafts.flatMap(({ carriedFrom }) => carriedFrom ?? []))];
    const found = await inSlices(ids, (some) =>
      this.unitOfWork.read.find(PlanItem, {
        select: { id: true },
        where: { id: In(some), plan: { mechanismId } },
      }),
    );
    return new Set(found.map(({ id }) => id));
  }
}
