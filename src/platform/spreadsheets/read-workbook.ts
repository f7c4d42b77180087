import { Worker } from 'node:worker_threads';
import { InvalidError } from '../errors.js';
import { LIMITS, type Sheet } from './spreadsheet.js';
import { safeEntries } from './zip-limits.js';

const SCRIPT = new URL('./workbook-worker.js', import.meta.url);

/** The sheets of an XLSX workbook. Throws InvalidError on `field` when it is no such workbook, or too large. */
export async function readWorkbook(bytes: Buffer, field: string): Promise<Sheet[]> {
  const names = await safeEntries(bytes, LIMITS);
  if (names === null) throw InvalidError.field(field, 'error.fileInflates');
  if (names === 'broken') throw InvalidError.field(field, 'error.fileBroken');
  if (names.includes('xl/workbook.bin')) throw InvalidError.field(field, 'error.fileBinaryWorkbook');
  if (!names.includes('xl/workbook.xml')) throw InvalidError.field(field, 'error.fileNoTable');
  const sheets = await inThread(bytes, field);
  return sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map(withPlainCells) }));
}

/** Arrays with holes cross the thread as they are. */
const withPlainCells = (row: Sheet['rows'][number]) => ({
  ...row,
  cells: Array.from(row.cells, (text) => text ?? ''),
});

function inThread(bytes: Buffer, field: string): Promise<Sheet[]> {
  const worker = new Worker(SCRIPT, {
    workerData: { data: bytes, limits: LIMITS },
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.megabytes },
  });
  return new Promise((resolve, reject) => {
    const refuse = (key: string) => reject(InvalidError.field(field, key));
    const timer = setTimeout(() => {
      refuse('error.fileTooSlow');
      void worker.terminate();
    }, LIMITS.milliseconds).unref();
    worker.once('message', (sheets: Sheet[]) => {
      resolve(sheets);
      void worker.terminate();
    });
    worker.once('error', (error: Error & { code?: string }) =>
      refuse(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'error.fileInflates' : 'error.fileBroken'),
    );
    worker.once('exit', () => {
      clearTimeout(timer);
      refuse('error.fileBroken');
    });
  });
}
