import { snapshotOf } from '../../plans/items/snapshot.js';
import { shownInput } from '../file/file-columns.js';
import type { NamedFilter } from '../sheet-choices.service.js';
import type { SheetLine } from '../sheet-filter.js';
import type { SheetColumn } from '../sheet.dto.js';
import type { Said } from '../../progress/access/item-reports.js';

/** A row of the sheet: the item in the short forms the API takes, and of reports what the reader knows. */
export function sheetRowResource({ item, reports }: SheetLine, columns: readonly SheetColumn[]) {
  const { code, title, status, owners, when, objectives } = snapshotOf(shownInput(item));
  const cells: Record<SheetColumn, unknown> = {
    ...{ status, owners, when, objectives },
    reported: reports.last && saidResource(reports.last),
    byReports: {
      status: reports.status,
      reports: reports.accepted.map((said) => ({ ...saidResource(said), status: said.status })),
    },
    waiting: reports.waiting,
  };
  return {
    ...{ id: item.id, version: item.version, parentId: item.parentId, code, title },
    ...Object.fromEntries(columns.map((column) => [column, cells[column]])),
  };
}

const saidResource = ({ entryId, reporterKind, reporter, at }: Said) => ({
  entryId,
  reporter: reporterKind === 'secretariat' ? reporterKind : `${reporterKind}:${reporter}`,
  at,
});

export const filterResource = ({ id, name, query, accountId }: NamedFilter) => ({
  ...{ id, name, filter: query },
  shared: accountId === null,
});
