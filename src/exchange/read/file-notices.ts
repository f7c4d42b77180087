import type { FieldMessage } from '../../platform/errors.js';
import { type Characters, sampleIn } from '../../platform/spreadsheets/decode-text.js';
import { encodingName } from '../../platform/spreadsheets/encodings.js';
import { columnName, type Sheet } from '../../platform/spreadsheets/spreadsheet.js';
import { titleAbove } from '../match/first-look.js';
import { rowsAbove } from '../match/guess-layout.js';
import { headingDoubt } from '../match/heading-doubt.js';
import type { Layout } from '../match/layout.js';
import type { PlanContent } from './plan-content.js';
import { unusedColumns } from './unused-columns.js';

/** What is to be said of a file as a whole, or of one of its columns: in the pages, the API and the command alike. */
export interface FileNotice {
  /** Its letter; null when it is about the file. */
  column: string | null;
  message: FieldMessage;
}

/** Everything a person should know of a file that is read so, before they agree to it. */
export function fileNotices(
  { sheets, characters }: Pick<PlanContent, 'sheets' | 'characters'>,
  layout: Layout,
): FileNotice[] {
  const sheet = sheets[layout.sheet];
  if (!sheet) return [];
  const doubt = headingDoubt(sheet, layout);
  return [
    ...(characters?.guessed ? [charactersNotice(characters)] : []),
    ...(doubt ? [{ column: null, message: doubt }] : []),
    ...unusedColumns(sheet, layout),
    ...hiddenColumns(sheet, layout),
    ...aboveTable(sheet, layout),
    ...beside(sheet),
    ...otherSheets(sheets, layout),
  ];
}

function charactersNotice(characters: Characters): FileNotice {
  const { encoding } = characters;
  const values = { name: encodingName(encoding), sample: sampleIn(characters, encoding) };
  return { column: null, message: { key: 'exchange.notice.characters', values } };
}

/** What stands above the headings, but for the title that a new plan may be called by. */
function aboveTable(sheet: Sheet, { headerRow }: Layout): FileNotice[] {
  const title = titleAbove(sheet, headerRow);
  const lines = rowsAbove(sheet, headerRow).map(({ number, cells }) => ({
    row: number,
    text: [...new Set(cells.filter((text) => text && text !== title))].join(' · '),
  }));
  return lines
    .filter(({ text }) => text !== '')
    .map(({ row, text }) => ({
      column: null,
      message: { key: 'exchange.notice.aboveTable', values: { row, text: text.slice(0, 300) } },
    }));
}

/** Comments at cells and texts in shapes are no part of a table. */
export const beside = ({ beside: texts = [] }: Sheet): FileNotice[] =>
  texts.map(({ cell, text }) => ({
    column: null,
    message: {
      key: cell ? 'exchange.notice.cellComment' : 'exchange.notice.shapeText',
      values: { ...(cell && { cell }), text: text.slice(0, 300) },
    },
  }));

function otherSheets(sheets: readonly Sheet[], { sheet }: Layout): FileNotice[] {
  return sheets.flatMap(({ name, rows }, index) =>
    index === sheet
      ? []
      : [
          {
            column: null,
            message: { key: 'exchange.notice.otherSheet', values: { name, number: rows.length } },
          },
        ],
  );
}

function hiddenColumns({ hiddenColumns: hidden = [] }: Sheet, { columns }: Layout): FileNotice[] {
  return hidden.map((column) => ({
    column: columnName(column),
    message: { key: columns[column] ? 'exchange.notice.hiddenColumn' : 'exchange.notice.hiddenUnused' },
  }));
}
