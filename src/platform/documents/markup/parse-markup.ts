import type { InLanguage } from '../document.js';
import { parseInline } from './inline.js';
import { canBegin, markerOf } from './markers.js';
import { takeNotes } from './notes.js';
import { type LineItem, type LineList, readList } from './read-list.js';
import { type CellTable, readTable, withoutQuotedCells } from './read-table.js';
import { hasMarkup, tidy, type Notes, type PlainRun, type Run, type TextBlock } from './text-block.js';
import type { List, ListItem, Table } from '../document.js';

/**
 * The words of an entry as blocks. Blank lines part paragraphs, and a line feed within one stays. Lists, tables, links,
 * footnotes, quotations, headings, bold and italics are read from a part of Markdown, and from what Word and Excel put on
 * the clipboard as plain text. No word is lost, whatever the text; `language` is the one it is written in.
 */
export function parseMarkup(text: string, language?: string): TextBlock[] {
  const plain = text.replace(LINE_ENDS, '\n');
  const own: InLanguage = language === undefined ? {} : { language };
  if (!hasMarkup(plain))
    return plain
      .split(/\n\s*\n/)
      .flatMap((part) => paragraph(part.split('\n'), (words) => [{ text: words }], own));
  return new Reader(withoutQuotedCells(plain), own).blocks();
}

const LINE_ENDS = /\r\n|[\r\u000b\u000c\u0085\u2028\u2029]/g;
const HEADING = /^(#{1,3})[ \t]+(?=\S)/;
/** "> 50 per cent" says something else. */
const QUOTE = /^>(?: ?$| ?(?=[^\s\d=>]))/;
const QUOTED_LINE = /^> ?/;

function paragraph(lines: string[], read: (words: string) => Run[], more: object): TextBlock[] {
  const words = tidy(lines);
  return words ? [{ type: 'paragraph', runs: read(words), ...more }] : [];
}

class Reader {
  private readonly lines: string[];
  private readonly notes: Notes;
  private readonly surplus: string[];
  private readonly found: TextBlock[] = [];
  private waiting: string[] = [];

  constructor(
    text: string,
    private readonly own: InLanguage,
  ) {
    const { lines, notes, surplus } = takeNotes(text, (runs) => this.inLanguage(runs));
    this.lines = lines;
    this.notes = notes;
    this.surplus = surplus;
  }

  blocks(): TextBlock[] {
    for (let at = 0; at < this.lines.length;) at = this.take(at);
    this.endParagraph();
    const unused = [...this.notes.values()].flatMap(({ uses, source }) => (uses === 0 ? [source] : []));
    for (const source of [...unused, ...this.surplus])
      this.found.push(...paragraph(source.split('\n'), (words) => parseInline(words), this.own));
    return this.found;
  }

  /** Takes what begins at a line, and answers the line after it. */
  private take(at: number): number {
    const line = this.lines[at]!;
    if (line.trim() === '') {
      this.endParagraph();
      return at + 1;
    }
    const [mark, hashes] = HEADING.exec(line) ?? [];
    if (mark !== undefined) return this.heading(line.slice(mark.length), hashes!.length, at);
    if (QUOTE.test(line)) return this.quotation(at);
    const table = readTable(this.lines, at);
    if (table) {
      this.endParagraph();
      this.found.push(this.table(table.table));
      return table.next;
    }
    const marker = markerOf(line);
    // In the middle of a sentence a number may stand at the beginning of a line.
    if (marker && canBegin(marker) && (this.waiting.length === 0 || marker.value <= 1)) {
      this.endParagraph();
      const { list, next } = readList(this.lines, at);
      this.found.push({ ...this.list(list), ...this.own });
      return next;
    }
    this.waiting.push(line);
    return at + 1;
  }

  private endParagraph(): void {
    if (this.waiting.length > 0) this.found.push(...paragraph(this.waiting, this.read, this.own));
    this.waiting = [];
  }

  private heading(words: string, level: number, at: number): number {
    this.endParagraph();
    const text = plainText(words);
    this.found.push({ type: 'heading', level: level as 1 | 2 | 3, text });
    return at + 1;
  }

  private quotation(from: number): number {
    this.endParagraph();
    let lines: string[] = [];
    const end = () => {
      this.found.push(...paragraph(lines, this.read, { ...this.own, style: 'quote' }));
      lines = [];
    };
    let at = from;
    for (; at < this.lines.length && this.lines[at]!.startsWith('>'); at += 1) {
      const words = this.lines[at]!.replace(QUOTED_LINE, '');
      if (words.trim() === '') end();
      else lines.push(words);
    }
    end();
    return at;
  }

  private list({ items, ...list }: LineList): List {
    return { ...list, items: items.map((item) => this.item(item)) };
  }

  private item({ text, list }: LineItem): ListItem {
    const runs = this.read(tidy(text.split('\n')));
    return { runs, ...(list && { list: this.list(list) }) };
  }

  private table({ head, rows, aligns }: CellTable): Table {
    const columns = aligns.map((align, index) => ({
      label: head ? plainText(withBreaks(head[index]!)) : '',
      ...(align && { align }),
    }));
    return { type: 'table', columns, rows: rows.map((row) => row.map((cell) => this.cell(cell))) };
  }

  private cell(text: string): Run[] {
    return this.inLanguage(this.read(tidy(withBreaks(text).split('\n'))));
  }

  private readonly read = (text: string): Run[] => parseInline(text, this.notes);

  private inLanguage<R extends PlainRun>(runs: R[]): R[] {
    const { language } = this.own;
    return language === undefined ? runs : runs.map((run) => ({ ...run, language }));
  }
}

/** In a cell no line ends. */
const withBreaks = (cell: string) =>
  cell.replace(/(\\*)<br *\/?>/gi, (whole, slashes: string) => (slashes.length % 2 ? whole : `${slashes}\n`));

/** The words of a heading, which has no looks of its own. */
const plainText = (words: string) =>
  parseInline(words.replaceAll('\t', ' ').trim(), undefined, false)
    .map(({ text }) => text)
    .join('')
    .replace(/[ \t\n]+/g, ' ')
    .trim();
