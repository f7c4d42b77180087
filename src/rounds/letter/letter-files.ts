import { InvalidError } from '../../platform/errors.js';

interface InLanguage {
  language: string;
}

/** What many mail servers take is 10 MB, and a file grows by a third on its way. */
export const MAX_LETTER_BYTES = 7_000_000;
const MOST_FILES = 5;

/** Those a reader gets: in their language, else in the original of the call, else in the first that has any. */
export function filesFor<T extends InLanguage>(files: readonly T[], language: string, original: string): T[] {
  const chosen = [language, original, files[0]?.language].find((one) =>
    files.some((file) => file.language === one),
  );
  return files.filter((file) => file.language === chosen);
}

/** Throws InvalidError where a mail in that language could not carry one more file of so many bytes. */
export function admitFile(
  files: readonly (InLanguage & { bytes: number })[],
  language: string,
  bytes: number,
): void {
  const beside = files.filter((file) => file.language === language);
  if (beside.length >= MOST_FILES)
    throw InvalidError.field('file', 'error.letterFiles', { maximum: MOST_FILES });
  const all = beside.reduce((sum, file) => sum + file.bytes, bytes);
  if (all > MAX_LETTER_BYTES)
    throw InvalidError.field('file', 'error.letterTooLarge', { maximum: MAX_LETTER_BYTES / 1_000_000 });
}
