import type { Document, Picture } from '../../platform/documents/document.js';
import { toHtml } from '../../platform/documents/to-html.js';
import { toXlsx } from '../../platform/documents/annex.js';
import { XLSX } from '../../platform/documents/workbook.js';
import { docxOf, pdfOf } from '../../platform/documents/write-file.js';
import { sealedUnits } from '../editor/word-file/canonical.js';

export const FORMATS = ['docx', 'pdf', 'html', 'json', 'xlsx'] as const;
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
  xlsx: XLSX,
};

/** A document, and what is given of it as JSON. */
interface Rendered {
  document: Document;
  json: unknown;
}

/** Every format is made from the same value. `stem` is the file's name without its ending. */
export async function renderDocument(
  text: Rendered,
  format: Format,
  stem: string,
  logo?: Picture,
): Promise<DocumentFile> {
  // Only what can stand in a header and on any disk.
  const name = `${stem.replace(/[^A-Za-z0-9-]+/g, '-')}.${format}`;
  return { name, mediaType: MEDIA_TYPES[format], body: await bodyOf(text, format, logo) };
}

async function bodyOf(
  { document, json }: Rendered,
  format: Format,
  logo?: Picture,
): Promise<Buffer | string> {
  switch (format) {
    case 'docx':
      return docxOf({ ...sealedUnits(document), logo });
    case 'pdf':
      return pdfOf({ ...document, logo });
    case 'xlsx':
      return toXlsx(document);
    case 'html':
      return toHtml({ ...document, logo });
    case 'json':
      return JSON.stringify(json, null, 2);
  }
}
