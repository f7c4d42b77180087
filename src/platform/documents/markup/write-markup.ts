import type { Footnotes } from './write-inline.js';
import { writeInline, writeWords } from './write-inline.js';
import { withoutMarker } from './markers.js';
import { type List, type Table, type TextBlock, tidy } from './text-block.js';

/** Blocks as a text that `parseMarkup` reads the same; a caption becomes a line before its table. */
export function writeMarkup(blocks: readonly TextBlock[]): string {
  const notes: Footnotes = new Map();
  let before: TextBlock | undefined;
  let isOther = false;
  const parts = blocks.map((block) => {
    // Two lists that follow each other would be read as one.
    isOther = block.type === 'list' && before?.type === 'list' && before.kind === block.kind && !isOther;
    const text = written(block, notes, isOther);
    const isQuote = (one?: TextBlock) => one?.type === 'paragraph' && one.style === 'quote';
    const between = isQuote(block) && isQuote(before) ? '\n>\n' : '\n\n';
    if (text) [, before] = [before, block];
    return { text, between };
  });
  const text = parts
    .filter((part) => part.text)
    .reduce((all, part) => (all ? all + part.between + part.text : part.text), '');
  const foot = [...notes].map(
    ([runs, key]) => `[^${key}]: ${tidyLines(writeInline(toRuns(runs))).join('\n  ')}`,
  );
  return [text, foot.join('\n')].filter(Boolean).join('\n\n');
}

const toRuns = (footnote: Parameters<Footnotes['get']>[0]) =>
  typeof footnote === 'string' ? [{ text: footnote }] : footnote;

function written(block: TextBlock, notes: Footnotes, isOther: boolean): string {
  switch (block.type) {
    case 'heading':
      return block.text.trim() && `${'#'.repeat(block.level)} ${writeWords(oneLine(block.text))}`;
    case 'list':
      return listLines(block, notes, isOther, '').join('\n');
    case 'table':
      return tableLines(block, notes).join('\n');
    case 'paragraph': {
      const lines = tidyLines(writeInline(block.runs, notes));
      if (block.style !== 'quote') return lines.map(asWords).join('\n');
      const [first] = lines;
      if (first === undefined) return '';
      // What begins with a number is no quotation by itself.
      const own = /^[\d=>]/.test(first) ? ['>'] : [];
      return [...own, ...lines.map((line) => `> ${line}`)].join('\n');
    }
  }
}

const oneLine = (text: string) => text.replace(/[ \t\n]+/g, ' ').trim();
const tidyLines = (text: string) => tidy(text.split('\n')).split('\n').filter(Boolean);

/** A line that would begin something else than a paragraph, so that it does not. */
const asWords = (line: string): string => {
  if (/^(#{1,3}\s|>|\|)/.test(line) || /^\[\d{1,3}\]\s/.test(line)) return `\\${line}`;
  return inItem(line);
};

/** Under any line with a bar it would make a table of both. */
const isRuler = (line: string) => /^[-|: \t]+$/.test(line) && line.includes('|');

function listLines(
  { kind, start = 1, items }: List,
  notes: Footnotes,
  isOther: boolean,
  indent: string,
): string[] {
  return items
    .map((item) => ({ ...item, lines: tidyLines(writeInline(item.runs, notes)) }))
    .filter(({ lines, list }) => lines.length > 0 || list)
    .flatMap(({ lines, list }, index) => {
      const mark = markerOf(kind, start + index, isOther);
      const inner = indent + ' '.repeat(kind === 'bullets' ? 2 : mark.length + 1);
      const own = lines.map((line, at) => (at === 0 ? `${indent}${mark} ` : inner) + inItem(line));
      // What stands under nothing stands in its place.
      return [...own, ...(list ? listLines(list, notes, false, lines.length > 0 ? inner : indent) : [])];
    });
}

const inItem = (line: string) => (isRuler(line) ? line.replace(/[-|]/g, '\\$&') : withoutMarker(line));

function markerOf(kind: List['kind'], number: number, isOther: boolean): string {
  if (kind === 'bullets') return isOther ? '*' : '-';
  if (kind === 'numbers' || number > 52) return `${number}${isOther ? ')' : '.'}`;
  const letter = String.fromCharCode(97 + ((number - 1) % 26)).repeat(number > 26 ? 2 : 1);
  return isOther ? `${letter})` : `(${letter})`;
}

function tableLines({ caption, columns, rows }: Table, notes: Footnotes): string[] {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const ruler = columns.map(({ align }) => (align === 'end' ? '--:' : align === 'center' ? ':-:' : '---'));
  return [
    ...(caption ? [...tidyLines(writeWords(oneLine(caption))).map(asWords), ''] : []),
    line(columns.map(({ label }) => writeWords(oneLine(label), '|<'))),
    line(ruler),
    ...rows.map((row) => line(row.map((runs) => tidyLines(writeInline(runs, notes, '|<')).join('<br>')))),
  ];
}
