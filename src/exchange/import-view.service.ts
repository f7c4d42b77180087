import { Injectable } from '@nestjs/common';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import type { Actor } from '../platform/http/actor.js';
import { DependentCounters } from '../plans/items/dependent-counters.js';
import { PlansService } from '../plans/plan/plans.service.js';
import { TEXT_FIELDS } from './cells/text-fields.js';
import { likelyTitle, usualLanguage } from './match/first-look.js';
import type { Layout, Use } from './match/layout.js';
import { lookedAt } from './read/off-thread.js';
import { ImportsService } from './imports.service.js';
import type { Preview } from './preview/outcome.js';

/** What hangs on an item that the file does not have. */
export interface MissingItem {
  id: string;
  below: number;
  dependents: { label: string; count: number }[];
}

/** As many as can be ticked on one page. */
const MISSING_SHOWN = 100;

/** What the pages of an import show. */
@Injectable()
export class ImportViewService {
  constructor(
    private readonly imports: ImportsService,
    private readonly plans: PlansService,
    private readonly mechanisms: MechanismsService,
    private readonly dependents: DependentCounters,
  ) {}

  /** How a file is read: as it was chosen, or as another look at it makes likely. */
  async matching(actor: Actor, id: string, look: { sheet?: number | null; headerRow?: number | null } = {}) {
    const row = await this.imports.find(actor, id);
    const [mechanism, plan] = await Promise.all([
      this.mechanisms.find(row.mechanismId),
      row.planId ? this.plans.find(actor, row.planId) : null,
    ]);
    const language = usualLanguage(plan, row.content, mechanism);
    const sheet = look.sheet ?? undefined;
    // Another sheet has its headings elsewhere.
    const same =
      sheet === undefined || sheet === (row.layout?.sheet ?? (await lookedAt(row.content, language)).sheet);
    const chosen = { sheet, headerRow: same ? (look.headerRow ?? undefined) : undefined };
    // Another look at what was chosen before keeps it.
    const again =
      (sheet !== undefined && sheet !== row.layout?.sheet) ||
      (chosen.headerRow !== undefined && chosen.headerRow !== row.layout?.headerRow);
    const layout =
      row.layout && (!again || row.counts) ? row.layout : await lookedAt(row.content, language, chosen);
    const typed = row.plan as {
      title?: { original: string; texts: Record<string, string> };
      kind?: string;
    } | null;
    const values = {
      ...layout,
      columns: Object.fromEntries(
        layout.columns.map((use, column) => [column, withoutLanguage(use, layout)]),
      ),
      title: typed?.title?.texts[typed.title.original] ?? likelyTitle(row.content, layout, row.fileName),
      kind: typed?.kind ?? (row.content.facts?.kind as string | undefined) ?? 'multi-annual',
    };
    return { row, mechanism, plan, layout, values };
  }

  /** What the import would do, and what hangs on the items that the file does not have. */
  async preview(actor: Actor, id: string) {
    const prepared = await this.imports.preview(actor, id);
    return {
      ...prepared,
      mechanism: await this.mechanisms.find(prepared.row.mechanismId),
      hanging: await this.hanging(actor, prepared.preview),
    };
  }

  private async hanging(actor: Actor, { missing, work }: Preview): Promise<MissingItem[]> {
    const children = new Map<string, string[]>();
    for (const { id, parentId } of work.places)
      if (parentId) children.set(parentId, [...(children.get(parentId) ?? []), id]);
    return Promise.all(
      missing.slice(0, MISSING_SHOWN).map(async ({ id }) => {
        const below = descendants(id, children);
        return { id, below: below.length, dependents: await this.dependents.countFor(actor, [id, ...below]) };
      }),
    );
  }
}

/** Texts in the usual language need not name it: another can then be chosen for all at once. */
const withoutLanguage = (use: Use, { textLanguage }: Layout): Use =>
  TEXT_FIELDS.some((field) => use === `${field}.${textLanguage}`) ? use.slice(0, -3) : use;

function descendants(id: string, children: ReadonlyMap<string, string[]>): string[] {
  const found: string[] = [];
  for (let level = children.get(id) ?? []; level.length > 0;) {
    found.push(...level);
    level = level.flatMap((one) => children.get(one) ?? []);
  }
  return found;
}
