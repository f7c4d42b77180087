import type { Picture } from '../../platform/documents/document.js';
import { docxOf, htmlOf, pdfOf, xlsxOf } from '../../platform/documents/write-file.js';
import { sealedUnits } from '../editor/word-file/canonical.js';
import type { ReadDocument } from '../document/documents.service.js';
import type { TextFormat } from './formats.js';

/** Every format is made from the same value. */
export function bodyOf(read: ReadDocument, format: TextFormat, logo?: Picture): Promise<Buffer> {
  const { document, json } = read;
  switch (format) {
    case 'docx':
      return docxOf({ ...sealedUnits(document), logo });
    case 'pdf':
      return pdfOf({ ...document, logo });
    case 'html':
      return htmlOf({ ...document, logo });
    case 'xlsx':
      return xlsxOf(document);
    case 'json':
      return Promise.resolve(Buffer.from(JSON.stringify(json, null, 2)));
  }
}
