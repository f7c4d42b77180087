import { objectiveLabel, principleName, roundTableOf } from '../../framework/framework.js';
import { workbook, type WorkbookSheet } from '../../platform/documents/workbook.js';
import { formatDay } from '../../platform/i18n/dates.js';
import { directionOf, type TextKey, type Translate, translator } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import type { PlanItem } from '../../plans/plan/plan.entity.js';
import { ownerLabel, whenLabel } from '../../plans/plan/labels.js';
import { type Board, FIGURES, type Figures } from './board-figures.js';
import { frameworkLabel } from '../entries/framework-label.js';

/**
 * The board as an Excel file: objectives, principles, other frameworks, and the items behind them. Beside an item stands
 * what the plan says and not whether something was reported: with its owners that could be sorted by State.
 */
export function boardSheet(board: Board, items: PlanItem[], language: string): Promise<Buffer> {
  const t = translator(language);
  const sheets = [objectives(board, t, language), principles(board, t, language)];
  if (board.references.length > 0) sheets.push(references(board, t));
  sheets.push(itemsOf(items, t, language));
  return workbook(sheets, { rightToLeft: directionOf(language) === 'rtl' });
}

const figureColumns = (t: Translate) => FIGURES.map((figure) => ({ label: t(`board.${figure}`) }));
const figureCells = (figures: Figures) => FIGURES.map((figure) => figures[figure]);

const objectives = (board: Board, t: Translate, language: string): WorkbookSheet => ({
  name: t('board.objectives'),
  columns: [
    { label: t('board.objective') },
    { label: t('item.title'), width: 60 },
    { label: t('board.table') },
    ...figureColumns(t),
  ],
  rows: board.objectives.map(({ objective, ...figures }) => [
    objective,
    objectiveLabel(objective, language).text,
    roundTableOf(objective)?.number ?? null,
    ...figureCells(figures),
  ]),
});

const principles = (board: Board, t: Translate, language: string): WorkbookSheet => ({
  name: t('board.principles'),
  columns: [{ label: t('board.principle') }, { label: t('item.title'), width: 60 }, ...figureColumns(t)],
  rows: board.principles.map(({ principle, ...figures }) => [
    principle,
    principleName(principle, language).text,
    ...figureCells(figures),
  ]),
});

const references = (board: Board, t: Translate): WorkbookSheet => ({
  name: t('board.references'),
  columns: [{ label: t('board.framework'), width: 40 }, { label: t('item.code') }, ...figureColumns(t)],
  rows: board.references.map(({ framework, code, ...figures }) => [
    frameworkLabel(framework, t),
    code,
    ...figureCells(figures),
  ]),
});

const itemsOf = (items: PlanItem[], t: Translate, language: string): WorkbookSheet => ({
  name: t('plan.items'),
  columns: [
    { label: t('plan.plan'), width: 30 },
    { label: t('item.code') },
    { label: t('item.title'), width: 60 },
    { label: t('item.owners'), width: 30 },
    { label: t('item.when'), width: 24 },
    { label: t('item.status') },
    { label: t('board.objectives'), width: 20 },
    { label: t('board.principles') },
    { label: t('board.references'), width: 20 },
  ],
  rows: items.map((item) => [
    rendition(item.plan.title, language).text,
    item.code,
    rendition(item.title, language).text,
    item.owners.map((owner) => ownerLabel(owner, t, language)).join('\n'),
    whenOf(item, t, language),
    item.status && t(`itemStatus.${item.status}` as TextKey),
    item.objectives
      .map(({ objective, letter }) => (letter ? `${objective}(${letter})` : String(objective)))
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .join(', '),
    item.principles
      .map(({ principle }) => principle)
      .sort((a, b) => a - b)
      .join(', '),
    item.references.map(({ framework, code }) => `${frameworkLabel(framework, t)} ${code}`).join('\n'),
  ]),
});

function whenOf(item: PlanItem, t: Translate, language: string): string {
  const { whenPrecision: precision, whenStart: start, whenEnd: end, whenText: text } = item;
  return whenLabel({ precision, start, end, text }, t, language, (day) => formatDay(day, language));
}
