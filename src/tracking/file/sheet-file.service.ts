import { Injectable } from '@nestjs/common';
import { cellLanguage } from '../../exchange/cells/cells.js';
import { planFileName } from '../../plans/document/plan-file-name.js';
import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Clock } from '../../platform/clock.js';
import type { Actor } from '../../platform/http/actor.js';
import { dayIn, formatDay } from '../../platform/i18n/dates.js';
import { translator } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import { PlansService } from '../../plans/plan/plans.service.js';
import { PlanOutlineService } from '../../plans/tree/plan-outline.service.js';
import { isFlat } from '../sheet-filter.js';
import { filterWords } from '../sheet-words.js';
import { columnsFor, SheetService } from '../sheet.service.js';
import type { SheetQuery } from '../sheet.dto.js';
import { fileColumns } from './file-columns.js';
import { sheetWorkbook } from './sheet-workbook.js';

/** A plan's sheet as a file to work in, which the import takes back (`exchange/sheet-file`). */
@Injectable()
export class SheetFileService {
  constructor(
    private readonly plans: PlansService,
    private readonly mechanisms: MechanismsService,
    private readonly sheet: SheetService,
    private readonly outline: PlanOutlineService,
    private readonly clock: Clock,
  ) {}

  /**
   * The rows that the query leaves, with the columns it shows, in the actor's language: of reports no more than the page
   * tells this reader. Throws NotFoundError when the plan is not theirs to read.
   */
  async file(actor: Actor, planId: string, query: SheetQuery): Promise<{ name: string; body: Buffer }> {
    const plan = await this.plans.find(actor, planId);
    const { language } = actor;
    const t = translator(language);
    const [mechanism, lines, rows] = await Promise.all([
      this.mechanisms.find(plan.mechanismId),
      this.sheet.lines(actor, plan, query),
      this.outline.rowsOf(planId),
    ]);
    const today = dayIn(mechanism.zone, this.clock.now());
    const depths = new Map(rows.map(({ id, depth }) => [id, query.sort === null ? depth : 0]));
    const filter = filterWords(query, t, language);
    const { text: title } = rendition(plan.title, language);
    const body = await sheetWorkbook({
      planId,
      language: cellLanguage(language),
      name: t('section.plan'),
      above: [
        `${shortNameIn(mechanism, language)} – ${title}`,
        t('sheet.fileDay', { day: formatDay(today, language), count: lines.length }),
        filter.length > 0 ? t('sheet.fileFilter', { filter: filter.join('; ') }) : t('sheet.fileWhole'),
      ],
      columns: fileColumns({
        columns: columnsFor(actor, plan, query.columns),
        items: lines.map(({ item }) => item),
        ...{ t, language },
      }),
      lines: lines.map((line) => ({ ...line, depth: depths.get(line.item.id) ?? 0 })),
      isTree: !isFlat(query),
      idHeading: t('sheet.fileId'),
    });
    return { name: `${planFileName(plan)}-${today}.xlsx`, body };
  }
}
