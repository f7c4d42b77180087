import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { demand } from '../accounts/roles.js';
import { inSlices } from '../platform/database/in-slices.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ConflictError, type FieldErrors, InvalidError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { ItemsService } from '../plans/items/items.service.js';
import type { PlanInput } from '../plans/plan/plan.dto.js';
import { Plan, PlanItem } from '../plans/plan/plan.entity.js';
import { PlansService } from '../plans/plan/plans.service.js';
import type { CellContext } from './cell.js';
import { cellLanguage } from './cells/cells.js';
import type { DraftPlan } from './read/draft.js';
import { ImportWriter } from './write/import-writer.js';
import { jsonDrafts, type PlanContent } from './read/json-plan.js';
import type { Layout } from './match/layout.js';
import type { Preview } from './preview/outcome.js';
import { planDifferences, withFacts } from './preview/plan-changes.js';
import { PlanParts, type PreparedPart } from './parts/plan-parts.js';
import type { ImportCounts } from './plan-import.entity.js';
import { previewOf } from './preview/preview.js';
import { tableDrafts } from './read/table-drafts.js';

/** A file, how it is read, and where it goes. */
export interface ImportSource {
  mechanismId: string;
  /** Null for a new plan. */
  planId: string | null;
  fileName: string;
  content: PlanContent;
  layout: Layout;
  /** A new plan's own fields, over what the file says of it. */
  plan: Record<string, unknown> | null;
}

export interface Prepared {
  plan: Plan | null;
  /** What the plan will be, as far as its own fields go. */
  fields: PlanInput;
  preview: Preview;
  parts: PreparedPart[];
  /** Of the plan and everything in it: a preview holds for this state only. */
  fingerprint: string;
}

export interface Applied {
  plan: Plan;
  counts: ImportCounts;
}
interface ApplyOptions {
  /** Items to remove, of those that the file does not have. */
  remove?: readonly string[];
  /** Fingerprint of the preview that somebody has agreed to. */
  expected?: string;
  within?: (applied: Applied) => Promise<void>;
}

const MAX_MESSAGES = 200;

/** Works out and carries out imports. */
@Injectable()
export class ImportRunService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: PlansService,
    private readonly items: ItemsService,
    private readonly writer: ImportWriter,
    private readonly parts: PlanParts,
  ) {}

  /** What the import would do. Throws NotFoundError, ForbiddenError, or InvalidError for the plan's own fields. */
  async prepare(actor: Actor, source: ImportSource, remove: readonly string[] = []): Promise<Prepared> {
    const { content, layout, planId, mechanismId } = source;
    demand(actor, 'plans.edit', mechanismId, 'mechanism');
    const plan = planId === null ? null : await this.plans.findToEdit(actor, planId);
    const items = plan ? await this.items.tree(actor, plan.id) : [];
    const draft = draftsOf(content, layout, plan);
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
    const parts = await this.parts.prepare(actor, plan, content.parts ?? {}, preview.work.itemPlaces);
    const wrong = parts.flatMap(({ outcomes }) => outcomes.filter(({ kind }) => kind === 'problem'));
    const counts = { ...preview.counts, problems: preview.counts.problems + wrong.length };
    const fingerprint = await this.fingerprint(plan?.id ?? null);
    return { plan, fields, preview: { ...preview, counts }, parts, fingerprint };
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
      const now = await this.fingerprint(source.planId);
      if (now !== fingerprint || (expected !== undefined && expected !== now))
        throw new ConflictError('exchange.error.changedSince');
      const plan = await this.target(actor, prepared, source.mechanismId);
      const removed = remove.map((id) => missing.get(id)!);
      await this.writer.write(actor, plan, preview.work, removed);
      for (const part of parts) await part.write(actor);
      await this.writer.note(actor, plan, { file: source.fileName, ...counts });
      await within?.({ plan, counts });
      return { plan, counts };
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

  private async fingerprint(planId: string | null): Promise<string> {
    if (planId === null) return '';
    const plan = await this.unitOfWork.read.findOneByOrFail(Plan, { id: planId });
    const items = await this.unitOfWork.read.find(PlanItem, {
      select: { id: true, version: true, parentId: true, position: true },
      where: { planId },
      order: { id: 'ASC' },
    });
    const state = [
      plan.version,
      plan.state,
      plan.amendmentId,
      ...items.map((item) => Object.values(item)),
      await this.parts.state(planId),
    ];
    return createHash('sha256').update(JSON.stringify(state)).digest('base64url');
  }
}

export function draftsOf(content: PlanContent, layout: Layout, plan: Plan | null): DraftPlan {
  if (content.items) return { drafts: jsonDrafts(content.items), leftOut: [], uses: [], levelNames: [] };
  const sheet = content.sheets[layout.sheet];
  if (!sheet) throw InvalidError.field('sheet', 'error.choice');
  const facts = content.facts?.levelNames;
  const names =
    plan?.levelNames ?? (Array.isArray(facts) ? facts.filter((one) => typeof one === 'string') : []);
  return tableDrafts(sheet, layout, names);
}

/** Problems by row and column, as far as anybody reads them. */
function errorsOf({ preview, parts }: Prepared): FieldErrors {
  const errors = preview.outcomes.flatMap(({ row, problems }) =>
    problems.map(({ use, message }) => [`rows.${row}${use ? `.${use}` : ''}`, message] as const),
  );
  const ofParts = parts.flatMap(({ key, outcomes }) =>
    outcomes.flatMap(({ row, problems }) =>
      problems.slice(0, 1).map(({ message }) => [`${key}.${row}`, message] as const),
    ),
  );
  return Object.fromEntries([...errors, ...ofParts].slice(0, MAX_MESSAGES));
}

/** Nothing of the file may stand below an item that goes. */
function admitRemoval({ work, missing }: Preview, removed: ReadonlySet<string>): void {
  const lost = new Set(missing.map(({ id }) => id));
  const parents = new Map(work.places.map(({ id, parentId }) => [id, parentId]));
  for (const { id, parentId } of work.places) {
    if (lost.has(id)) continue;
    for (let at = parentId; at !== null; at = parents.get(at) ?? null)
      if (removed.has(at)) throw InvalidError.field('remove', 'exchange.error.removalBelow');
  }
}
