import { NotFoundError } from '../../platform/errors.js';
import { XLSX } from '../../platform/documents/workbook.js';

/** Of one language. */
export const TEXT_FORMATS = ['docx', 'pdf', 'html', 'json', 'xlsx'] as const;
/** `zip`: all of them in all languages. */
export const FORMATS = [...TEXT_FORMATS, 'zip'] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];
export type Format = (typeof FORMATS)[number];
/** What is made as soon as a text is submitted, and kept for good. */
export const FROZEN_FORMATS = ['docx', 'pdf', 'html', 'json'] as const satisfies Format[];

export const MEDIA_TYPES: Record<Format, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: XLSX,
  zip: 'application/zip',
};

/** Throws NotFoundError for an ending that is none of the formats. */
export function formatOf(ending: string): Format {
  const format = FORMATS.find((one) => one === ending);
  if (!format) throw new NotFoundError('document');
  return format;
}
