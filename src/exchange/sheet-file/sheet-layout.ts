import { columnOf } from '../cells/cells.js';
import type { Layout } from '../match/layout.js';
import type { SheetMark } from './sheet-mark.js';

/**
 * How a tracking sheet is read: as it was written. A name that nobody knows becomes a partner, as in a cell of the page;
 * a cell that is not understood is left out and said.
 */
export const sheetLayout = ({ headerRow, keys, language }: SheetMark): Layout => ({
  sheet: 0,
  headerRow,
  lastRow: null,
  columns: keys.map((key) => (key === 'id' || columnOf(key) ? key : '')),
  hierarchy: 'flat',
  rowLevels: {},
  headingObjectives: false,
  splitCodes: false,
  textLanguage: language,
  dayOrder: null,
  unknownOwner: 'partner',
  corrections: {},
  everyRow: true,
  skipProblems: true,
});
