import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  FootnoteReferenceRun,
  type ILevelsOptions,
  LevelFormat,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { safeLink } from '../../platform/documents/clean.js';
import type { List, Run, Table as TableBlock } from '../../platform/documents/document.js';
import type { TextBlock } from '../../platform/documents/markup/text-block.js';
import { parseMarkup } from '../../platform/documents/markup/parse-markup.js';
import { writeMarkup } from '../../platform/documents/markup/write-markup.js';

const KINDS = ['bullets', 'numbers', 'letters'] as const;
const LEVELS = 7;

/**
 * What is written so far, as it stands in the boxes of one form: with real lists, tables, links and footnotes, which are
 * read back as such.
 */
export class BoxBlocks {
  readonly footnotes: Record<string, { children: Paragraph[] }> = {};
  /** Each list counts by itself. */
  private lists = 0;

  constructor(private readonly isRtl: boolean) {}

  of(text: string): (Paragraph | Table)[] {
    return parseMarkup(text).flatMap((block, index, all) => {
      // A blank line parts blocks in the answer, too; after a table there is one.
      const isParted = index > 0 && all[index - 1]!.type !== 'table';
      return [...(isParted ? [this.paragraph([])] : []), ...this.block(block)];
    });
  }

  private block(block: TextBlock): (Paragraph | Table)[] {
    if (block.type === 'table') return [this.table(block), this.paragraph([])];
    if (block.type === 'list' && !startsLater(block)) return this.list(block, 0);
    if (block.type === 'paragraph' && block.style !== 'quote') return [this.paragraph(block.runs)];
    // Word has nothing of which they could be read back.
    return writeMarkup([block])
      .split('\n')
      .map((line) => this.paragraph([{ text: line }]));
  }

  numbering() {
    return {
      config: KINDS.map((kind) => ({
        reference: kind,
        levels: Array.from({ length: LEVELS }, (_, level): ILevelsOptions => ({
          level,
          format:
            kind === 'bullets'
              ? LevelFormat.BULLET
              : kind === 'numbers'
                ? LevelFormat.DECIMAL
                : LevelFormat.LOWER_LETTER,
          text: kind === 'bullets' ? '•' : kind === 'numbers' ? `%${level + 1}.` : `(%${level + 1})`,
          alignment: AlignmentType.START,
          style: { paragraph: { indent: { start: 360 * (level + 1), hanging: 360 } } },
        })),
      })),
    };
  }

  private list({ kind, items }: List, level: number): Paragraph[] {
    this.lists += 1;
    const numbering = { reference: kind, level: Math.min(level, LEVELS - 1), instance: this.lists };
    return items.flatMap(({ runs, list }) => [
      this.paragraph(runs, { numbering }),
      ...(list ? this.list(list, level + 1) : []),
    ]);
  }

  private table({ columns, rows }: TableBlock): Table {
    const labels = columns.map(({ label }): Run[] => [{ text: label, bold: true }]);
    const all = columns.some(({ label }) => label) ? [labels, ...rows] : rows;
    return new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      borders: BORDERS,
      ...(this.isRtl && { visuallyRightToLeft: true }),
      rows: all.map(
        (row) =>
          new TableRow({ children: row.map((runs) => new TableCell({ children: [this.paragraph(runs)] })) }),
      ),
    });
  }

  private paragraph(runs: readonly Run[], more: object = {}): Paragraph {
    const way = this.isRtl ? { bidirectional: true } : {};
    return new Paragraph({ ...way, ...more, children: runs.flatMap((run) => this.run(run)) });
  }

  private run({ text, bold, italic, link, footnote }: Run): ParagraphChild[] {
    const address = safeLink(link);
    const look = { bold, italics: italic, rightToLeft: this.isRtl, ...(address && { style: 'Hyperlink' }) };
    const lines = text
      .split('\n')
      .map((line, index) => new TextRun({ ...look, text: line, break: index ? 1 : 0 }));
    return [
      ...(address ? [new ExternalHyperlink({ link: address, children: lines })] : lines),
      ...(footnote ? [new FootnoteReferenceRun(this.note(footnote))] : []),
    ];
  }

  private note(footnote: NonNullable<Run['footnote']>): number {
    const runs = typeof footnote === 'string' ? [{ text: footnote }] : footnote;
    const number = Object.keys(this.footnotes).length + 1;
    this.footnotes[number] = { children: [this.paragraph(runs)] };
    return number;
  }
}

const startsLater = ({ start = 1, items }: List): boolean =>
  start !== 1 || items.some(({ list }) => list && startsLater(list));
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '9AA5A5' };
const BORDERS = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
};
