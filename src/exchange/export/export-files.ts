import { directionOf, type TextKey, translator } from '../../platform/i18n/i18n.js';
import { csvOf } from '../../platform/spreadsheets/csv-text.js';
import { headCell, indented, plainCell } from '../../platform/spreadsheets/workbook-cells.js';
import { itemResource } from '../../plans/items/item.resource.js';
import { planResource } from '../../plans/plan/plan.resource.js';
import type { Plan, PlanItem } from '../../plans/plan/plan.entity.js';
import { cellLanguage } from '../cells/cells.js';
import { keptCode } from '../changed/kept-code.js';
import { planTable, type PlanTableRow } from './export-table.js';
import { PART_HEADS, type PartFile } from '../parts/part-files.js';
import { FACTS_MARK, factRows } from '../parts/plan-facts.js';

export const EXPORT_FORMATS = ['xlsx', 'csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const EXPORT_TYPES: Record<ExportFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** Version of the JSON form; raised when a reader of the former one would misread it. */
export const JSON_VERSION = 1;

/** A plan with all that goes into its file. */
export interface Exported {
  plan: Plan;
  items: readonly PlanItem[];
  parts: readonly PartFile[];
}

/** As much as the name of a sheet holds. */
const SHEET_NAME = 31;
const PART_WIDTH = 24;

/** The plan as a file, with headings and words in a language. */
export async function exportFile(
  format: ExportFormat,
  exported: Exported,
  language: string,
): Promise<Buffer> {
  if (format === 'xlsx') return toXlsx(exported, language);
  return Buffer.from(format === 'csv' ? toCsv(exported, language) : toJson(exported), 'utf8');
}

/** Everything there is to know of the plan and its items, by their ids. */
function toJson({ plan, items, parts }: Exported): string {
  const { version: _, ...fields } = planResource(plan);
  const lines = items.map((item) => {
    const { planId: _plan, version: _version, position: _position, ...facts } = itemResource(item);
    return { ...facts, carriedFromId: item.carriedFromId };
  });
  const others = Object.fromEntries(parts.map(({ key, lines: of }) => [key, of]));
  const document = { format: FACTS_MARK, version: JSON_VERSION, plan: fields, items: lines, ...others };
  return `${JSON.stringify(document, null, 1)}\n`;
}

/** The items alone, with the mark by which spreadsheet programs know UTF-8. */
function toCsv({ plan, items }: Exported, language: string): string {
  const { columns, lines } = planTable(items, language, [plan.title.original]);
  const code = columns.findIndex(({ key }) => key === 'code');
  const cells = lines.map(({ texts }) => texts.map((text, at) => (at === code ? keptCode(text) : text)));
  return csvOf([columns.map(({ heading }) => heading), ...cells]);
}

/** The items on one sheet, the plan's own facts on another. Every cell is text: none can be a formula. */
async function toXlsx({ plan, items, parts }: Exported, language: string): Promise<Buffer> {
  const { default: writeWorkbook } = await import('write-excel-file/node');
  const t = translator(language);
  const { columns, lines } = planTable(items, language, [plan.title.original]);
  const rightToLeft = directionOf(cellLanguage(language)) === 'rtl';
  const sheets = [
    {
      sheet: t('exchange.sheet.items'),
      data: [
        columns.map(({ heading }) => headCell(heading)),
        ...lines.map((line) => line.texts.map(cellOf(line, cellLanguage(language)))),
      ],
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      rightToLeft,
    },
    {
      sheet: t('exchange.sheet.plan'),
      data: [
        [FACTS_MARK, t('exchange.sheet.field'), t('exchange.sheet.language'), t('exchange.sheet.value')].map(
          headCell,
        ),
        ...factRows(plan).map(({ key, language: of, value }) =>
          [key, t(`exchange.fact.${key}` as TextKey), of ?? '', value].map((text) => plainCell(text)),
        ),
      ],
      columns: [{ width: 16 }, { width: 24 }, { width: 10 }, { width: 80 }],
      stickyRowsCount: 1,
      rightToLeft,
    },
    ...parts.map(({ sheet, rows }) => ({
      sheet: sheet.slice(0, SHEET_NAME),
      data: rows.map((row, index) =>
        row.map((text) =>
          index === 1 ? headCell(text) : plainCell(text, index === 0 ? { textColor: '#8899aa' } : {}),
        ),
      ),
      columns: rows[0]!.map(() => ({ width: PART_WIDTH })),
      stickyRowsCount: PART_HEADS,
      rightToLeft,
    })),
  ];
  return writeWorkbook(sheets).toBuffer();
}

/** The title is pushed in as far as its item is deep. */
function cellOf({ level }: PlanTableRow, language: string) {
  return (text: string, column: number) =>
    plainCell(text, {
      ...(column === 2 && indented(level - 1, language)),
      ...(level === 1 && column <= 2 && { fontWeight: 'bold' }),
    });
}
