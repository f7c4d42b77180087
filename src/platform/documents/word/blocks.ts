import { HeadingLevel, Paragraph, type FileChild, type IParagraphOptions } from 'docx';
import { leadWidths } from '../leads.js';
import type {
  PreparedParagraph,
  PreparedText,
  PreparedHeading,
  PreparedBlock,
  Prepared,
} from '../prepared.js';
import { boardOf } from './board.js';
import { Bookmarks } from './bookmarks.js';
import { headingBookmark } from './contents.js';
import { figureOf } from './figure.js';
import { WordLists } from './lists.js';
import { keyBookmark, unitBookmark } from './names.js';
import { paragraphNumbers } from './numbering.js';
import { tableOf } from './table.js';
import type { WordText } from './text.js';

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };
const HEADING_POINTS = { 1: 14, 2: 12, 3: 11 };

/** Turns the blocks of one document into the paragraphs and tables of a Word file. */
export class WordBlocks {
  private readonly leads: [number, number, number];
  private readonly lists: WordLists;
  private breakPending: boolean;

  constructor(
    private readonly document: Prepared,
    private readonly text: WordText,
    private readonly bookmarks: Bookmarks,
    /** Whether the first block starts a page. */
    startsPage: boolean,
  ) {
    this.leads = leadWidths(document);
    this.lists = new WordLists(document.language, text);
    this.breakPending = startsPage;
  }

  /** The blocks of a unit stand between the ends of its bookmark. */
  all(): FileChild[] {
    const { blocks } = this.document;
    const children: FileChild[] = [];
    const seen = new Set<string>();
    for (let index = 0; index < blocks.length;) {
      const unit = unitOf(blocks[index]!);
      let end = index + 1;
      while (unit !== undefined && end < blocks.length && unitOf(blocks[end]!) === unit) end += 1;
      const written = blocks.slice(index, end).flatMap((block) => this.block(block));
      const name = unit === undefined || seen.has(unit) ? undefined : unitBookmark(unit);
      if (unit !== undefined) seen.add(unit);
      children.push(...this.bookmarks.around(name, written));
      index = end;
    }
    return children;
  }

  private block(block: PreparedBlock): FileChild[] {
    switch (block.type) {
      case 'heading':
        return [this.heading(block)];
      case 'paragraph':
        return [this.paragraph(block)];
      case 'list':
        return this.lists.write(block, () => this.opening());
      case 'table':
        return [...this.breakBefore(), ...tableOf(block, this.text)];
      case 'board':
        return [...this.breakBefore(), ...boardOf(block, this.text)];
      case 'figure':
        return [...this.breakBefore(), ...figureOf(block, this.text)];
      case 'page-break':
        this.breakPending = true;
        return [];
    }
  }

  private heading({ level, lead, text, anchor }: PreparedHeading): FileChild {
    const room = Math.round((this.leads[level - 1] ?? 0) * HEADING_POINTS[level] * 20);
    const runs = this.text.plain(lead ? `${lead}\t${text}` : text);
    return this.write(
      { runs: [] },
      { heading: HEADINGS[level], ...(lead && { indent: { left: room, hanging: room } }) },
      this.bookmarks.within(headingBookmark(anchor), runs),
    );
  }

  private paragraph({ style, number, key, ...text }: PreparedParagraph): FileChild {
    const styled = { normal: 'Text', note: 'Note', quote: 'Quote' }[style];
    if (number === undefined) return this.write(text, { style: styled });
    const runs = this.bookmarks.within(key && keyBookmark(key), this.text.runs(text));
    if (style === 'normal') return this.write(text, { style: 'NumberedText' }, runs);
    const reference = paragraphNumbers(this.document.language);
    return this.write(text, { style: styled, numbering: { reference, level: 0 } }, runs);
  }

  private write(text: PreparedText, options: IParagraphOptions, children = this.text.runs(text)): FileChild {
    return new Paragraph({ ...options, ...this.text.side(text), ...this.opening(), children });
  }

  private opening(): { pageBreakBefore?: boolean } {
    return this.takeBreak() ? { pageBreakBefore: true } : {};
  }

  /** A table cannot start a page by itself. */
  private breakBefore(): FileChild[] {
    return this.takeBreak() ? [new Paragraph({ style: 'Gap', pageBreakBefore: true })] : [];
  }

  private takeBreak(): boolean {
    const pending = this.breakPending;
    this.breakPending = false;
    return pending;
  }
}

const unitOf = (block: PreparedBlock) => ('unit' in block ? block.unit : undefined);
