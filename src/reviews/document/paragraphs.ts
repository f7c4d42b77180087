import { cleanText } from '../../platform/documents/clean.js';

/**
 * A person's text as paragraphs, parted where a line is left empty. Cleaned as documents clean it: what they would
 * leave out as blank must not be counted when paragraphs are numbered.
 */
export function paragraphsOf(text: string | null | undefined): string[] {
  const parts = cleanText(text ?? '').split(/\n\s*\n/);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
