import { messageText, translator } from '../platform/i18n/i18n.js';
import { heading } from '../exchange/cells/cells.js';
import { inputOf } from '../plans/items/item-record.js';
import type { TablePage, TablePreview } from './table-view.js';

export const tableResource = ({ columns, context, rows, next }: TablePage) => ({
  columns: columns.map((column) => ({
    key: column.key,
    heading: heading(column, context.language, context.textLanguage),
    language: column.language,
  })),
  items: rows.map(({ item, depth, number }) => ({
    id: item.id,
    version: item.version,
    parentId: item.parentId,
    number,
    depth,
    cells: Object.fromEntries(columns.map((column) => [column.key, column.format(inputOf(item), context)])),
  })),
  nextCursor: next,
});

export function previewResource({ rows, ready }: TablePreview, language: string) {
  const t = translator(language);
  return {
    ready,
    rows: rows.map(({ item, outcome, cells }) => ({
      id: item.id,
      version: item.version,
      code: item.code,
      outcome,
      cells: cells.map(({ column, before, after, problem, notices }) => ({
        column: column.key,
        before,
        after,
        problem: problem && messageText(t, problem),
        notices: notices.map((notice) => messageText(t, notice)),
      })),
    })),
  };
}
