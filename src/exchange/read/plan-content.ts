import type { Characters } from '../../platform/spreadsheets/decode-text.js';
import type { Sheet } from '../../platform/spreadsheets/spreadsheet.js';
import type { SheetMark } from '../sheet-file/sheet-mark.js';
import type { FilePlanFacts } from '../parts/plan-facts.js';
import type { Fields, PartRow } from '../parts/plan-parts.js';

/** What a file holds, as it waits until somebody has looked at it. */
export interface PlanContent {
  /** Tables, of which one has the items. */
  sheets: Sheet[];
  facts: FilePlanFacts | null;
  /** Items with all their fields, when the file is an export of ours. */
  items: Fields[] | null;
  /** What other features keep on the items, by its name. Files brought by earlier versions have none. */
  parts?: Record<string, PartRow[]>;
  /** Of a plan's tracking sheet, by what it is known. */
  tracked?: SheetMark;
  /** It was pasted: there is no file whose name says anything. */
  pasted?: true;
  /** Of a file of text, what its characters are taken for. */
  characters?: Characters;
}
