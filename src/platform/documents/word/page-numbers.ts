import { Worker } from 'node:worker_threads';
import type { EstimatedPageNumbers } from 'docx';

const SCRIPT = new URL('./page-worker.js', import.meta.url);
/** A document of 66,000 words, 110 pages, takes twenty seconds where other work goes on. */
const PATIENCE = 60_000;
const PATIENCE_FOR_CHARACTER = 0.3;

let previous: Promise<unknown> = Promise.resolve();

/**
 * The page of each bookmark of a Word file, or nothing when it cannot be laid out. Laying out takes 50 ms a page, which
 * would hold up every other request, so a thread does it; one at a time, since each takes a hundred megabytes.
 */
export function pageNumbersOf(file: Buffer, characters = 0): Promise<EstimatedPageNumbers | undefined> {
  const pages = previous.then(() => inThread(file, PATIENCE + characters * PATIENCE_FOR_CHARACTER));
  previous = pages.catch(() => undefined);
  return pages;
}

function inThread(file: Buffer, patience: number): Promise<EstimatedPageNumbers | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(SCRIPT, { workerData: file });
    const finish = (pages?: EstimatedPageNumbers) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(pages);
    };
    const timer = setTimeout(finish, patience);
    worker.once('message', finish);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      // Without page numbers the file still opens, and Word fills them in; a missing script is our own mistake.
      if (error.code?.includes('MODULE_NOT_FOUND')) reject(error);
      else finish();
    });
    worker.once('exit', () => finish());
  });
}
