import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from 'write-excel-file/utility';

/** What a sheet to work in has besides cells; rows and columns are counted from 0. */
export interface SheetExtras {
  hiddenRows: readonly number[];
  hiddenColumns: readonly number[];
  /** By row, how deep it stands in a tree that can be folded; empty for none. */
  levels: readonly number[];
  /** The row of headings, from which columns can be filtered. */
  headings: number;
  /** Size, with the headings. */
  rows: number;
  columns: number;
  /** Columns in which one of these words is chosen. */
  lists: readonly { column: number; words: readonly string[] }[];
}

type Attributes = Record<string, string | number>;

const SHEET = 'xl/worksheets/sheet{id}.xml';
/** As deep as Excel folds. */
const DEEPEST = 7;

/** For a workbook of one sheet: the library that writes it leaves these to features. */
export function sheetExtras(extras: SheetExtras) {
  const { hiddenRows, hiddenColumns, levels, headings, rows, columns, lists } = extras;
  const deepest = Math.min(DEEPEST, Math.max(0, ...levels));
  const last = rows - 1;
  const elements = [
    '<sheetPr><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr>',
    ...(deepest > 0 ? [`<sheetFormatPr defaultRowHeight="15" outlineLevelRow="${deepest}"/>`] : []),
    `<autoFilter ref="${getCellAddress(headings, 0)}:${getCellAddress(Math.max(last, headings), columns - 1)}"/>`,
    ...(lists.length > 0 && last > headings
      ? [`<dataValidations count="${lists.length}">${lists.map(list).join('')}</dataValidations>`]
      : []),
  ];
  return {
    files: {
      transform: {
        [SHEET]: {
          transform: (xml: string) =>
            elements.reduce(
              (done, element) =>
                insertElementMarkupAccordingToOrderOfSiblings(
                  done,
                  element,
                  getOrderOfSiblings(SHEET, 'worksheet')!,
                  'worksheet',
                ),
              xml,
            ),
          transformElementAttributes: (tag: string, attributes: Attributes, index = -1) => {
            const hidden = tag === 'row' ? hiddenRows : tag === 'col' ? hiddenColumns : [];
            const level = tag === 'row' ? Math.min(DEEPEST, levels[index] ?? 0) : 0;
            return {
              ...attributes,
              ...(hidden.includes(index) && { hidden: 1 }),
              ...(level > 0 && { outlineLevel: level }),
              ...(tag === 'pageSetup' && { fitToHeight: 0 }),
            };
          },
        },
      },
    },
  };

  function list({ column, words }: SheetExtras['lists'][number]): string {
    const cells = `${getCellAddress(headings + 1, column)}:${getCellAddress(last, column)}`;
    const choices = sanitizeTextContent(`"${words.join(',').replaceAll('"', '""')}"`);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${sanitizeAttributeValue(cells)}"><formula1>${choices}</formula1></dataValidation>`;
  }
}
