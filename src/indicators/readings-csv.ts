import { StreamableFile } from '@nestjs/common';
import Papa from 'papaparse';
import { asTyped } from './reading.dto.js';
import type { Reading } from './indicator.entity.js';
import { READING_COLUMNS } from './vocabulary.js';

const COLUMNS = [...READING_COLUMNS, 'from', 'until', 'recordedAt', 'supersededAt', 'supersededReason'];

/** What a spreadsheet would take for a formula: it begins with one of these signs, and is no negative figure. */
const FORMULA = /^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/;

/**
 * Readings as CSV, which `parsePastedReadings` reads back: codes as column names, in UTF-8 with the mark by which spreadsheets
 * tell it. A text that would be taken for a formula gets an apostrophe before it.
 */
export function readingsCsv(readings: readonly Reading[]): string {
  const rows = readings.map((reading) => ({
    ...asTyped(reading),
    from: reading.start,
    until: reading.end,
    recordedAt: reading.recordedAt.toISOString(),
    supersededAt: reading.supersededAt?.toISOString(),
    supersededReason: reading.supersededReason,
  }));
  const csv = Papa.unparse(rows, { columns: COLUMNS, escapeFormulae: FORMULA, newline: '\r\n' });
  return `\ufeff${csv}\r\n`;
}

export const csvFile = (readings: readonly Reading[]): StreamableFile =>
  new StreamableFile(Buffer.from(readingsCsv(readings)), {
    type: 'text/csv; charset=utf-8',
    disposition: 'attachment; filename="readings.csv"',
  });
