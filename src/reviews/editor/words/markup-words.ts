import type { Block, Paragraph } from '../../../platform/documents/document.js';
import { parseMarkup } from '../../../platform/documents/markup/parse-markup.js';
import type { TextBlock } from '../../../platform/documents/markup/text-block.js';
import { writeMarkup } from '../../../platform/documents/markup/write-markup.js';
import { takesNumber } from '../../passages/words-of.js';
import { fromSent, toSent } from './kept-blocks.js';
import type { SentBlock } from './sent-blocks.js';

/*
 * A passage in a textarea: the light markup of entries. What that cannot say stands as a line of its own: `[[1: what the
 * picture shows]]` is the first picture, board or page break of the passage.
 */

const KEPT_LINE = /^\[\[\s*(\d{1,3})\s*(?::\s*(.*?))?\s*\]\]$/;

export function toText(blocks: readonly Block[]): string {
  const parts: string[] = [];
  let words: TextBlock[] = [];
  const end = () => {
    if (words.length > 0) parts.push(writeMarkup(words));
    words = [];
  };
  for (const block of toSent(blocks)) {
    if (block.type !== 'kept') words.push(block as TextBlock);
    else {
      end();
      const said = (block.text ?? block.caption ?? '').replaceAll(/\s+/g, ' ').trim();
      parts.push(`[[${block.of + 1}${said ? `: ${said}` : ''}]]`);
    }
  }
  end();
  return parts.join('\n\n');
}

/** The words of a textarea, given those it was opened with. Throws InvalidError for a picture that was not there. */
export function fromText(text: string, before: readonly Block[]): Block[] {
  const sent: SentBlock[] = [];
  let lines: string[] = [];
  const end = () => {
    sent.push(...parseMarkup(lines.join('\n')));
    lines = [];
  };
  for (const line of text.split('\n')) {
    const kept = KEPT_LINE.exec(line.trim());
    if (!kept) lines.push(line);
    else {
      end();
      const of = Number(kept[1]) - 1;
      const was = toSent(before).find((block) => block.type === 'kept' && block.of === of);
      const text =
        was?.type === 'kept' && was.text !== undefined && kept[2] !== undefined ? kept[2] : undefined;
      const caption = was?.type === 'kept' ? was.caption : undefined;
      sent.push({ type: 'kept', of, ...(text !== undefined && { text }), ...(caption && { caption }) });
    }
  }
  end();
  return fromSent(numbered(sent, before), before);
}

/** Paragraphs are numbered where those before were; each keeps the key by which others refer to it, by its place. */
function numbered(sent: readonly SentBlock[], before: readonly Block[]): SentBlock[] {
  const old = before.filter((block): block is Paragraph => block.type === 'paragraph' && !block.style);
  const plain = old.length > 0 && !old.some(takesNumber);
  let count = 0;
  return sent.map((block) => {
    if (block.type !== 'paragraph' || block.style) return block;
    const key = old[count++]?.key;
    return { ...block, ...(plain && { numbered: false }), ...(key && { key }) };
  });
}
