import { StreamableFile } from '@nestjs/common';
import { csvOf } from '../platform/spreadsheets/csv-text.js';
import { asTyped } from './reading.dto.js';
import type { Reading } from './indicator.entity.js';
import { READING_COLUMNS } from './vocabulary.js';

const COLUMNS = [...READING_COLUMNS, 'from', 'until', 'recordedAt', 'supersededAt', 'supersededReason'];

/**
 * Readings as CSV, which `parsePastedReadings` reads back: codes as column names, in UTF-8 with the mark by which spreadsheets
 * tell it. A text that would be taken for a formula gets an apostrophe before it.
 */
export function readingsCsv(readings: readonly Reading[]): string {
  const rows = readings.map((reading): Record<string, string | null | undefined> => ({
    ...asTyped(reading),
    from: reading.start,
    until: reading.end,
    recordedAt: reading.recordedAt.toISOString(),
    supersededAt: reading.supersededAt?.toISOString(),
    supersededReason: reading.supersededReason,
  }));
  return csvOf([COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column]))]);
}

export const csvFile = (readings: readonly Reading[]): StreamableFile =>
  new StreamableFile(Buffer.from(readingsCsv(readings)), {
    type: 'text/csv; charset=utf-8',
    disposition: 'attachment; filename="readings.csv"',
  });
