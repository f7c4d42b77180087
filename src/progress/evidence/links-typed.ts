import { InvalidError } from '../../platform/errors.js';
import { readInput } from '../../platform/http/read-input.js';
import { EvidenceLinkInput } from './evidence.dto.js';

/**
 * The links of a text with one on each line: "Annual report https://example.org/report.pdf". One without words is called
 * by its address. Throws InvalidError on `field` with the first line in which no address is found.
 */
export function linksTyped(text: string | null, field: string): EvidenceLinkInput[] {
  const lines = (text ?? '').split('\n').map((line) => line.trim());
  return lines.filter(Boolean).map((line) => {
    const url = /\bhttps?:\/\/\S+/i.exec(line)?.[0];
    const title =
      url &&
      line
        .replace(url, ' ')
        .replace(/\s+/g, ' ')
        .replace(/[\s:(\-–—]+\)?$/, '')
        .trim();
    try {
      return readInput(EvidenceLinkInput, { url, title: (title || url)?.slice(0, 200) });
    } catch (error) {
      if (error instanceof InvalidError)
        throw InvalidError.field(field, 'error.linkLine', { line: line.slice(0, 80) });
      throw error;
    }
  });
}
