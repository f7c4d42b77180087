import { InvalidError } from '../../platform/errors.js';
import type { Encoding } from '../../platform/spreadsheets/encodings.js';
import { pastedSheet } from '../../platform/spreadsheets/pasted-sheet.js';
import { readSpreadsheet, type SpreadsheetFile } from '../../platform/spreadsheets/read-spreadsheet.js';
import { within } from '../../platform/spreadsheets/within-limits.js';
import { takeParts } from '../parts/part-files.js';
import { takeFacts } from '../parts/plan-facts.js';
import { markedSheet } from '../sheet-file/sheet-mark.js';
import { jsonContent } from './json-content.js';
import type { PlanContent } from './plan-content.js';

const NOTHING = { facts: null, items: null, parts: {} };

/** What a file holds of a plan. Throws InvalidError on `file`. It may take long: `readPlanFile` calls it in a thread. */
export async function fileContent(
  bytes: Uint8Array,
  encoding: Encoding | null,
  pasted?: true,
): Promise<PlanContent> {
  const file = pasted
    ? pastedFile(Buffer.from(bytes).toString('utf8'))
    : await readSpreadsheet(Buffer.from(bytes), { encoding, field: 'file' });
  if (file.format === 'json') return jsonContent(file.value, 'file');
  const { sheets: others, facts } = takeFacts(file.sheets);
  const { sheets, parts } = takeParts(others);
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) throw InvalidError.field('file', 'error.fileNoRows');
  const characters = file.format === 'csv' ? file.characters : null;
  const tracked = markedSheet(filled);
  if (tracked)
    return { ...NOTHING, sheets: [tracked.sheet], tracked: tracked.mark, ...(characters && { characters }) };
  return {
    ...{ sheets: filled, facts, items: null, parts },
    ...(pasted && { pasted }),
    ...(characters && { characters }),
  };
}

const pastedFile = (text: string): SpreadsheetFile => ({
  ...{ format: 'csv', characters: null },
  sheets: within([pastedSheet(text, 'file')], 'file'),
});
