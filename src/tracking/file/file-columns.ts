import type { CellContext } from '../../exchange/cell.js';
import { cellLanguage, columnOf, heading } from '../../exchange/cells/cells.js';
import type { Translate } from '../../platform/i18n/i18n.js';
import type { PlanItem } from '../../plans/plan/plan.entity.js';
import { inputOf } from '../../plans/items/item-record.js';
import { reporterLabel } from '../../progress/entries/labels.js';
import type { SheetLine } from '../sheet-filter.js';
import { COLUMN_KEYS } from '../sheet-words.js';
import type { SheetColumn } from '../sheet.dto.js';

/** What stands in a cell of the file: a day, a number, or a text. */
export interface FileCell {
  text: string;
  day?: string;
  number?: number;
}

export interface FileColumn {
  /** By which the file is read back; those that are worked out have one, too. */
  key: string;
  heading: string;
  /** In characters. */
  width: number;
  /** Whether what somebody writes into it is taken back. */
  open: boolean;
  cell(line: SheetLine): FileCell;
}

const WIDTHS: Record<string, number> = {
  code: 10,
  title: 54,
  status: 16,
  owners: 28,
  when: 16,
  objectives: 14,
};

interface Written {
  columns: readonly SheetColumn[];
  items: readonly PlanItem[];
  t: Translate;
  language: string;
}

/** The columns of a sheet's file: code and title first, then those that are shown. */
export function fileColumns({ columns, items, t, language }: Written): FileColumn[] {
  const context: CellContext = {
    language: cellLanguage(language),
    textLanguage: '',
    dayOrder: null,
    unknownOwner: 'partner',
  };
  const fact = (key: string, name: string): FileColumn => {
    const column = columnOf(key)!;
    return {
      key,
      heading: name,
      width: WIDTHS[column.field] ?? 16,
      open: true,
      cell: ({ item }) => {
        const { whenPrecision, whenStart, whenText } = item;
        const text = column.format(shownInput(item), context);
        const isDay = key === 'when' && whenPrecision === 'day' && whenText === null && whenStart !== null;
        return isDay ? { text, day: whenStart } : { text };
      },
    };
  };
  const languages = titleLanguages(items, language);
  const titles = languages.map((one) =>
    fact(
      `title.${one}`,
      languages.length === 1
        ? t('item.title')
        : heading({ field: 'title', language: one }, context.language, ''),
    ),
  );
  return [
    fact('code', t('item.code')),
    ...titles,
    ...columns.flatMap((column) =>
      WORKED_OUT[column] ? WORKED_OUT[column](t, language) : [fact(column, t(COLUMN_KEYS[column]))],
    ),
  ];
}

/** An item as far as a line has it. */
export const shownInput = (item: PlanItem) => inputOf({ ...item, principles: [], references: [] });

/** The reader's language where every title is in it; else also those in which the others are written. The fullest first. */
export function titleLanguages(items: readonly Pick<PlanItem, 'title'>[], language: string): string[] {
  const has = (one: string) => items.filter(({ title }) => title.texts[one]).length;
  const without = items.filter(({ title }) => !title.texts[language]);
  const others = new Set(without.map(({ title }) => title.original));
  const all = [...(without.length < items.length ? [language] : []), ...others];
  return all.length === 0 ? [language] : all.sort((a, b) => has(b) - has(a));
}

type Reported = 'reported' | 'byReports' | 'waiting';

/** What is worked out from reports, as far as the reader knows them. */
const WORKED_OUT: Partial<Record<SheetColumn, (t: Translate, language: string) => FileColumn[]>> &
  Record<Reported, (t: Translate, language: string) => FileColumn[]> = {
  reported: (t, language) => [
    {
      ...{ key: 'reported', heading: t('sheet.lastReported'), width: 14, open: false },
      cell: ({ reports: { last } }) => {
        const day = last?.at.toISOString().slice(0, 10);
        return day ? { text: day, day } : { text: '' };
      },
    },
    {
      ...{ key: 'reportedBy', heading: t('sheet.reportedBy'), width: 22, open: false },
      cell: ({ reports: { last } }) => ({ text: last ? reporterLabel(last, t, language) : '' }),
    },
  ],
  byReports: (t) => [
    {
      ...{ key: 'byReports', heading: t('sheet.byReports'), width: 20, open: false },
      cell: ({ reports: { status, accepted } }) => ({
        text: status ? t(`itemStatus.${status}`) : accepted.length > 0 ? t('sheet.reportsDiffer') : '',
      }),
    },
  ],
  waiting: (t) => [
    {
      ...{ key: 'waiting', heading: t('sheet.waiting'), width: 12, open: false },
      cell: ({ reports: { waiting } }) =>
        waiting > 0 ? { text: `${waiting}`, number: waiting } : { text: '' },
    },
  ],
};
