import type { Sheet } from '../../platform/spreadsheets/spreadsheet.js';
import { translator } from '../../platform/i18n/i18n.js';
import type { PlanItem } from '../../plans/plan/plan.entity.js';
import { cellLanguage } from '../cells/cells.js';
import { STRUCTURE_NAMES } from '../words/column-names.data.js';
import type { Fields, PartRecord, PartRow, PlanPart } from './plan-parts.js';

/** First cell of a sheet of a part, before its name; the rest of the row are the keys of the columns. */
const PART_MARK = 'waymark-part ';
const IDS = ['id', 'itemId'] as const;
/** Rows of keys and of headings, above those of the part. */
export const PART_HEADS = 2;

/** A part as it goes into a file. */
export interface PartFile {
  key: string;
  sheet: string;
  /** The first row has the keys, the second the headings. */
  rows: string[][];
  /** For JSON. */
  lines: Fields[];
}

/** Null when the plan has nothing of it. */
export function partFile(
  part: PlanPart,
  lines: readonly PartRecord[],
  items: readonly PlanItem[],
  language: string,
): PartFile | null {
  if (lines.length === 0) return null;
  const t = translator(language);
  const codes = new Map(items.map(({ id, code }) => [id, code]));
  const cells = lines.map(({ fields }) => part.cellsOf(fields));
  const keys = [...new Set(cells.flatMap((one) => Object.keys(one)))].sort(inOrderOf(cells));
  const names = STRUCTURE_NAMES.id.names[cellLanguage(language)];
  const heads = [
    t('item.item'),
    ...keys.map((key) => part.headingOf(key, t)),
    names,
    `${t('item.item')}: ${names}`,
  ];
  return {
    key: part.key,
    sheet: t(part.label as 'item.item'),
    rows: [
      [`${PART_MARK}${part.key}`, ...keys, ...IDS],
      heads,
      ...lines.map(({ id, itemId }, index) => [
        codes.get(itemId) ?? '',
        ...keys.map((key) => cells[index]![key] ?? ''),
        id,
        itemId,
      ]),
    ],
    lines: lines.map(({ id, itemId, fields }) => ({ id, itemId, ...fields })),
  };
}

/** Columns in the order in which the fullest line has them; the others behind their like. */
function inOrderOf(cells: readonly Record<string, string>[]) {
  const places = new Map<string, number>();
  for (const one of cells)
    Object.keys(one).forEach((key, place) => places.set(key, Math.max(place, places.get(key) ?? 0)));
  return (a: string, b: string) => places.get(a)! - places.get(b)! || (a < b ? -1 : 1);
}

/** Takes the sheets of parts out of a workbook. */
export function takeParts(sheets: readonly Sheet[]): { sheets: Sheet[]; parts: Record<string, PartRow[]> } {
  const isPart = ({ rows }: Sheet) => rows[0]?.cells[0]?.startsWith(PART_MARK) ?? false;
  const parts: [string, PartRow[]][] = sheets.filter(isPart).map((sheet) => {
    const [head] = sheet.rows;
    const rows = sheet.rows.slice(PART_HEADS);
    const [mark = '', ...keys] = head!.cells;
    return [
      mark.slice(PART_MARK.length),
      rows.map(({ number, cells: [itemCode = '', ...texts] }) => {
        const cells = Object.fromEntries(keys.map((key, column) => [key, texts[column] ?? '']));
        return { row: number, ...idsOf(cells), itemCode, fields: null, cells };
      }),
    ];
  });
  return { sheets: sheets.filter((sheet) => !isPart(sheet)), parts: Object.fromEntries(parts) };
}

/** The parts of a JSON document: lists beside the items. */
export function partsOf(document: Fields): Record<string, PartRow[]> {
  const isFields = (value: unknown): value is Fields =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  return Object.fromEntries(
    Object.entries(document)
      .filter(([key, value]) => key !== 'items' && Array.isArray(value))
      .map(([key, list]) => [
        key,
        (list as unknown[]).filter(isFields).map((fields, index) => ({
          row: index + 1,
          ...idsOf(fields),
          itemCode: typeof fields.item === 'string' ? fields.item : '',
          fields,
          cells: null,
        })),
      ]),
  );
}

const idsOf = (fields: Fields) => ({ id: idOf(fields.id), itemId: idOf(fields.itemId) });
const idOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value.toLowerCase() : null);
