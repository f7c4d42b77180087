import { readSpreadsheet } from '../../platform/spreadsheets/read-spreadsheet.js';
import type { Encoding } from '../../platform/spreadsheets/decode-text.js';
import { InvalidError } from '../../platform/errors.js';
import { jsonContent, type PlanContent } from './json-plan.js';
import { takeParts } from '../parts/part-files.js';
import { takeFacts } from '../parts/plan-facts.js';

export interface PlanFile {
  name: string;
  bytes: Buffer;
  encoding?: Encoding | null;
}

/** A file as a plan. Throws InvalidError on `file` with what can be done about it. */
export async function readPlanFile({
  bytes,
  encoding,
}: Pick<PlanFile, 'bytes' | 'encoding'>): Promise<PlanContent> {
  const file = await readSpreadsheet(bytes, { encoding, field: 'file' });
  if (file.format === 'json') return jsonContent(file.value, 'file');
  const { sheets: others, facts } = takeFacts(file.sheets);
  const { sheets, parts } = takeParts(others);
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) throw InvalidError.field('file', 'error.fileNoRows');
  return { sheets: filled, facts, items: null, parts };
}

/** A name to show: no path, no control characters. */
export const shownName = (name: string): string =>
  name
    .replace(/^.*[/\\]/s, '')
    .replace(/[\u0000-\u001f\u007f"]/g, '')
    .trim()
    .slice(-180) || 'file';
