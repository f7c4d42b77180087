import { Injectable } from '@nestjs/common';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import { type FieldMessage, InvalidError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { readInput } from '../platform/http/read-input.js';
import { columnName, type Sheet } from '../platform/spreadsheets/spreadsheet.js';
import { PlansService } from '../plans/plan/plans.service.js';
import { likelyTitle, typedFields, usualLanguage } from './match/first-look.js';
import { fold } from '../platform/i18n/fold.js';
import { headingsOf } from './match/guess-layout.js';
import { headingDoubt } from './match/heading-doubt.js';
import type { ImportQuery } from './import.dto.js';
import { type Applied, ImportRunService } from './import-run.service.js';
import { type Prepared } from './preview/prepared-import.js';
import { type ImportSource } from './import-source.js';
import type { PlanContent } from './read/plan-content.js';
import { inUsualLanguage, type Layout, LayoutInput, type Use } from './match/layout.js';
import { ownTarget } from './sheet-file/own-target.js';
import { sheetLayout } from './sheet-file/sheet-layout.js';
import type { SheetMark } from './sheet-file/sheet-mark.js';
import type { Plan } from '../plans/plan/plan.entity.js';
import { lookedAt } from './read/off-thread.js';
import { type PlanFile, readPlanFile, shownName } from './read/read-plan-file.js';

/** Imports in one step, for programs and the command line: what is not said is guessed. */
@Injectable()
export class QuickImportService {
  constructor(
    private readonly plans: PlansService,
    private readonly mechanisms: MechanismsService,
    private readonly runs: ImportRunService,
  ) {}

  /** What it would do, and how the file is read. Throws what `carryOut` throws, but for problems in rows. */
  async dryRun(
    actor: Actor,
    file: PlanFile,
    options: ImportQuery,
  ): Promise<Prepared & { source: ImportSource }> {
    const source = await this.sourceOf(actor, file, options);
    const prepared = await this.runs.prepare(actor, source, options.remove);
    const blocked = prepared.preview.blocked ?? headingsAsked(source, options);
    return { ...prepared, preview: { ...prepared.preview, blocked }, source };
  }

  /** Throws InvalidError by field, or by row and column; ConflictError when the plan may not be changed now. */
  async carryOut(
    actor: Actor,
    file: PlanFile,
    options: ImportQuery,
  ): Promise<Applied & { source: ImportSource }> {
    const source = await this.sourceOf(actor, file, options);
    const asked = headingsAsked(source, options);
    if (asked) throw new InvalidError({ headerRow: asked });
    return { ...(await this.runs.apply(actor, source, { remove: options.remove })), source };
  }

  private async sourceOf(actor: Actor, file: PlanFile, options: ImportQuery): Promise<ImportSource> {
    const plan = options.planId === null ? null : await this.plans.findToEdit(actor, options.planId);
    const content = await readPlanFile(file);
    if (content.tracked) return this.sheetOf(actor, file, content.tracked, { content, plan, options });
    const mechanismId = plan?.mechanismId ?? options.mechanismId;
    if (!mechanismId) throw InvalidError.field('mechanismId', 'error.required');
    const mechanism = await this.mechanisms.find(mechanismId);
    const language = options.textLanguage ?? usualLanguage(plan, content, mechanism);
    const layout = await layoutOf(content, language, options);
    const title = options.title ?? likelyTitle(content, layout, file.name);
    return {
      mechanismId,
      planId: plan?.id ?? null,
      fileName: shownName(file.name),
      content,
      layout,
      plan: plan ? null : typedFields(content, { title, kind: options.kind }, language),
    };
  }

  /** A plan's tracking sheet: which plan, and what its columns are, it says itself. */
  private async sheetOf(
    actor: Actor,
    { name }: PlanFile,
    mark: SheetMark,
    { content, plan, options }: { content: PlanContent; plan: Plan | null; options: ImportQuery },
  ): Promise<ImportSource> {
    const { mechanismId } = options;
    const own = await ownTarget(this.plans, actor, mark, { mechanismId, plan });
    const { dayOrder, corrections, skipProblems } = options;
    const unknownOwner = options.unknownOwner ?? 'partner';
    const layout = { ...sheetLayout(mark), dayOrder, unknownOwner, corrections, skipProblems };
    const fileName = shownName(name);
    return { mechanismId: own.mechanismId, planId: own.id, fileName, content, layout, plan: null };
  }
}

/** The guess, with what was said put over it. */
async function layoutOf(content: PlanContent, language: string, options: ImportQuery): Promise<Layout> {
  const { dayOrder, unknownOwner, corrections, everyRow, skipProblems } = options;
  const said = { dayOrder, unknownOwner, corrections, everyRow, skipProblems };
  if (content.items) return { ...(await lookedAt(content, language)), ...said };
  const sheet = options.sheet === null ? undefined : sheetOf(content.sheets, options.sheet);
  const guess = await lookedAt(content, language, { sheet, headerRow: options.headerRow ?? undefined });
  const heads = headingsOf(content.sheets[guess.sheet]!, guess.headerRow);
  const columns = withColumns(guess, heads, options.columns);
  const rowLevels = Object.fromEntries(
    Object.entries(options.rowLevels).map(([kind, level]) => [kindKey(kind), level]),
  );
  // Who says what heading rows are says that there are some; columns of levels have none.
  const hasKinds = Object.keys(rowLevels).length > 0 && guess.hierarchy !== 'columns';
  return readInput(LayoutInput, {
    ...guess,
    columns,
    rowLevels,
    headingObjectives: options.headingObjectives,
    hierarchy: options.hierarchy ?? (hasKinds ? 'sections' : guess.hierarchy),
    lastRow: options.lastRow ?? guess.lastRow,
    ...said,
  });
}

/** A program names a kind of heading rows by its word, or as the dry run does. */
const kindKey = (kind: string) =>
  /^(?:look-|word-|line$)/.test(kind) ? kind : `word-${fold(kind).replace(/[^\p{L}\p{N}]+/gu, '_')}`;

/** What was said, by letter or heading, over the guess; a column that was guessed for the same is then not used. */
function withColumns(
  { columns, textLanguage }: Layout,
  heads: readonly string[],
  said: Readonly<Record<string, string>>,
): Use[] {
  const places = new Map(
    Object.entries(said).map(([name, use]) => {
      const byHeading = heads.findIndex((head) => head !== '' && fold(head) === fold(name));
      const place =
        byHeading >= 0 ? byHeading : columns.findIndex((_, column) => columnName(column) === name);
      if (place < 0) throw InvalidError.field(`columns.${name}`, 'exchange.problem.noColumn');
      return [place, inUsualLanguage(use, textLanguage)] as const;
    }),
  );
  const taken = new Set(places.values());
  return columns.map((use, column) => places.get(column) ?? (taken.has(use) ? '' : use));
}

/** A program that did not say which row has the headings is asked, when the likely one says nothing that is known. */
function headingsAsked({ content, layout }: ImportSource, { headerRow }: ImportQuery): FieldMessage | null {
  const sheet = content.sheets[layout.sheet];
  if (headerRow !== null || layout.headerRow === 0 || !sheet) return null;
  const doubt = headingDoubt(sheet, layout);
  return doubt && { key: 'exchange.problem.headerRow', values: doubt.values };
}

function sheetOf(sheets: readonly Sheet[], name: string): number {
  const index = sheets.findIndex((sheet) => fold(sheet.name) === fold(name));
  if (index >= 0) return index;
  if (/^\d+$/.test(name) && sheets[Number(name)]) return Number(name);
  throw InvalidError.field('sheet', 'error.choice');
}
