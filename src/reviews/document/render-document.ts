import type { Picture } from '../../platform/documents/document.js';
import { toHtml } from '../../platform/documents/to-html.js';
import { docxOf, pdfOf } from '../../platform/documents/write-file.js';
import type { SubmissionText } from '../compilation/compiled.js';
import { toDocument } from './to-document.js';

export const FORMATS = ['docx', 'pdf', 'html', 'json'] as const;
export type Format = (typeof FORMATS)[number];

export interface DocumentFile {
  name: string;
  mediaType: string;
  body: Buffer | string;
}

const MEDIA_TYPES: Record<Format, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** Every format is made from the same value. `stem` is the file's name without its ending. */
export async function renderDocument(
  text: SubmissionText,
  format: Format,
  stem: string,
  logo?: Picture,
): Promise<DocumentFile> {
  // Only what can stand in a header and on any disk.
  const name = `${stem.replace(/[^A-Za-z0-9-]+/g, '-')}.${format}`;
  return { name, mediaType: MEDIA_TYPES[format], body: await bodyOf(text, format, logo) };
}

async function bodyOf(text: SubmissionText, format: Format, logo?: Picture): Promise<Buffer | string> {
  const document = () => ({ ...toDocument(text), logo });
  switch (format) {
    case 'docx':
      return docxOf(document());
    case 'pdf':
      return pdfOf(document());
    case 'html':
      return toHtml(document());
    case 'json':
      return JSON.stringify(text, null, 2);
  }
}
