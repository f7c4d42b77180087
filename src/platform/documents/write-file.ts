import { UnavailableError } from '../errors.js';
import { inThread, ThreadLimitError } from '../threads/in-thread.js';
import type { Document } from './document.js';

/**
 * For one document, and for each of its blocks more. A Word file of 16,000 blocks, 1,800 pages, takes some minutes, in
 * which its pages are counted.
 */
const LIMITS = { milliseconds: 120_000, megabytes: 1024 };
const MS_A_BLOCK = 250;

type Writer = (document: Document) => Promise<Buffer>;

/**
 * A document as a file (`to-docx.ts`, `to-pdf.ts`, `to-html.tsx`, `annex.ts`), written in a thread: packing and laying out
 * a long one takes seconds on end, in which nobody else would be answered. Throws UnavailableError when too much waits, or
 * it takes too long.
 */
export const docxOf: Writer = (document) => written('./to-docx.js', 'toDocx', document);
export const pdfOf: Writer = (document) => written('./to-pdf.js', 'toPdf', document);
export const xlsxOf: Writer = (document) => written('./annex.js', 'toXlsx', document);
export const htmlOf: Writer = async (document) =>
  Buffer.from(await inFile<(document: Document) => string>('./to-html.js', 'toHtml', document));

async function written(file: string, name: string, document: Document): Promise<Buffer> {
  // What comes from a thread is an array of bytes and no Buffer any more.
  const { buffer, byteOffset, byteLength } = await inFile<Writer>(file, name, document);
  return Buffer.from(buffer, byteOffset, byteLength);
}

async function inFile<F extends (document: Document) => unknown>(
  file: string,
  name: string,
  document: Document,
): Promise<Awaited<ReturnType<F>>> {
  try {
    const milliseconds = LIMITS.milliseconds + MS_A_BLOCK * document.blocks.length;
    const limits = { ...LIMITS, milliseconds };
    return await inThread<F>(new URL(file, import.meta.url), name, [document] as Parameters<F>, limits);
  } catch (error) {
    if (error instanceof ThreadLimitError) throw new UnavailableError('error.busy', 60);
    throw error;
  }
}
