import { fileSize } from '../../../platform/i18n/file-size.js';
import type { SubmissionFile } from '../submission-file.entity.js';

interface Named {
  submissionId: string;
  format: string;
  language?: string;
  freezeNumber?: number | null;
}

/** Where a file of a document is had, made or not. */
export function addressOf({ submissionId, format, language, freezeNumber }: Named): string {
  const query = [freezeNumber && `freeze=${freezeNumber}`, language && `language=${language}`].filter(
    Boolean,
  );
  return `/submissions/${submissionId}/document.${format}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}

/** "(120 kB)", of one that is made. */
export const sizeIn = ({ bytes }: Pick<SubmissionFile, 'bytes'>, language: string): string =>
  bytes === null ? '' : `(${fileSize(bytes, language)})`;
