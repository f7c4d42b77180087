import type { List, Run } from '../document.js';
import { parseMarkup } from './parse-markup.js';
import { hasMarkup, type TextBlock } from './text-block.js';

/** The words of a text without its markup: for search, for mails and for counting. A link has its address behind it. */
export const plainWords = (text: string): string =>
  hasMarkup(text) ? parseMarkup(text).map(wordsOf).join('\n\n') : text;

function wordsOf(block: TextBlock): string {
  switch (block.type) {
    case 'heading':
      return block.text;
    case 'paragraph':
      return words(block.runs);
    case 'list':
      return itemWords(block).join('\n');
    case 'table':
      return [block.columns.map(({ label }) => label), ...block.rows.map((row) => row.map(words))]
        .map((cells) => cells.join('\t').trim())
        .filter(Boolean)
        .join('\n');
  }
}

const itemWords = ({ items }: List): string[] =>
  items.flatMap(({ runs, list }) => [`– ${words(runs)}`, ...(list ? itemWords(list) : [])]);

const words = (runs: readonly Run[]): string => {
  const notes = runs.flatMap(({ footnote = [] }) =>
    typeof footnote === 'string' ? footnote : footnote.length > 0 ? words(footnote) : [],
  );
  return [runs.map(linked).join(''), ...notes].join('\n');
};
const linked = ({ text, link }: Run) =>
  link && !text.includes(bare(link)) ? `${text} (${link.replace(/^mailto:/, '')})` : text;
const bare = (link: string) => link.replace(/^(https?:\/\/|mailto:)/i, '').replace(/\/$/, '');
