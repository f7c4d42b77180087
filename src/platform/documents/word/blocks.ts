import { HeadingLevel, Paragraph, type FileChild, type IParagraphOptions } from 'docx';
import { leadWidths } from '../leads.js';
import type {
  PreparedList,
  PreparedParagraph,
  PreparedText,
  PreparedHeading,
  PreparedBlock,
  Prepared,
} from '../prepared.js';
import { boardOf } from './board.js';
import { bookmarked } from './contents.js';
import { letters, paragraphNumbers } from './numbering.js';
import { STEP } from './page.js';
import { tableOf } from './table.js';
import type { WordText } from './text.js';

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };
const HEADING_POINTS = { 1: 14, 2: 12, 3: 11 };

/** Turns the blocks of one document into the paragraphs and tables of a Word file. */
export class WordBlocks {
  private readonly leads: [number, number, number];
  private lists = 0;
  private breakPending: boolean;

  constructor(
    private readonly document: Prepared,
    private readonly text: WordText,
    /** Whether the first block starts a page. */
    startsPage: boolean,
  ) {
    this.leads = leadWidths(document);
    this.breakPending = startsPage;
  }

  all(): FileChild[] {
    return this.document.blocks.flatMap((block) => this.block(block));
  }

  private block(block: PreparedBlock): FileChild[] {
    switch (block.type) {
      case 'heading':
        return [this.heading(block)];
      case 'paragraph':
        return [this.paragraph(block)];
      case 'list':
        return this.list(block);
      case 'table':
        return [...this.breakBefore(), ...tableOf(block, this.text)];
      case 'board':
        return [...this.breakBefore(), ...boardOf(block, this.text)];
      case 'figure':
        return [];
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
      bookmarked(anchor, runs),
    );
  }

  private paragraph({ style, number, ...text }: PreparedParagraph): FileChild {
    const styled = { normal: 'Text', note: 'Note', quote: 'Quote' }[style];
    if (number === undefined) return this.write(text, { style: styled });
    if (style === 'normal') return this.write(text, { style: 'NumberedText' });
    const reference = paragraphNumbers(this.document.language);
    return this.write(text, { style: styled, numbering: { reference, level: 0 } });
  }

  private list({ items }: PreparedList): FileChild[] {
    const reference = letters(items[0]?.language ?? this.document.language);
    const instance = (this.lists += 1);
    return items.map((item) =>
      this.write(item, {
        style: 'Subparagraph',
        numbering: { reference, instance, level: 0 },
        indent: { left: STEP * 2, hanging: STEP },
      }),
    );
  }

  private write(text: PreparedText, options: IParagraphOptions, children = this.text.runs(text)): FileChild {
    const direction = text.direction ?? this.document.direction;
    return new Paragraph({
      ...options,
      ...((direction === 'rtl' || text.direction) && { bidirectional: direction === 'rtl' }),
      ...(this.takeBreak() && { pageBreakBefore: true }),
      children,
    });
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
