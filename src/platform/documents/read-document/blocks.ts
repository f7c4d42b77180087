import type { Block, Board, Figure, Heading, Table } from '../document.js';
import type { XmlElement } from '../read-word/xml.js';
import { columnsOf, isOfBoard, tilesOf } from './boards.js';
import { listsOf, type ReadItem } from './lists.js';
import { type Part, partsOf, type ReadParagraph } from './paragraphs.js';
import { paragraphsIn, TextReader } from './runs.js';
import { tableFrom } from './tables.js';
import { propertiesOf } from './mode.js';

/** Of the file, not of the text: heads, rules, and what Word makes by itself. */
const UNREAD = /^(toc\d|tocheading|contentsheading|gap|rule|fact|masthead\w+)$/;

/** Reads the blocks of one file in one mode. */
export class BlockReader {
  /** Lists that have begun. */
  private readonly begun = new Set<string>();

  constructor(private readonly texts: TextReader) {}

  blocks(elements: readonly XmlElement[]): Block[] {
    const { file, mode } = this.texts;
    return new Run(partsOf(elements, file, mode), this.texts, this.begun).blocks();
  }
}

/** One way through the parts of a unit. */
class Run {
  private readonly found: Block[] = [];
  private at = 0;
  private caption: string | undefined;

  constructor(
    private readonly parts: Part[],
    private readonly texts: TextReader,
    private readonly begun: Set<string>,
  ) {}

  blocks(): Block[] {
    while (this.at < this.parts.length) this.next(this.parts[this.at]!);
    this.putCaption();
    return this.found;
  }

  private next(part: Part): void {
    if (part.kind === 'table') {
      if (isOfBoard(part.table, this.texts)) return this.board();
      this.at += 1;
      this.found.push(this.captioned(tableFrom(part.table, this.texts)));
      return;
    }
    if (part.style === 'boardgroup') return this.board();
    if (isItem(part)) return this.list();
    this.at += 1;
    this.paragraph(part);
  }

  private paragraph(part: ReadParagraph): void {
    const { style, tokens, pictures } = part;
    if (UNREAD.test(style) && (style !== 'gap' || !this.texts.plain(tokens))) return;
    if (style === 'caption') {
      this.putCaption();
      this.caption = captionOf(part, this.texts);
      return;
    }
    const level = levelOf(style);
    if (level) this.heading(level, part);
    else this.text(part);
    for (const picture of pictures) {
      const figure: Figure = { type: 'figure', picture };
      const table = this.figureTable();
      this.found.push(this.captioned({ ...figure, ...(table && { table }) }));
    }
  }

  private heading(level: Heading['level'], { tokens }: ReadParagraph): void {
    const text = tokens.map((token) => token.text).join('');
    const tab = text.indexOf('\t');
    const lead = tab === -1 ? '' : text.slice(0, tab).trim();
    const words = text
      .slice(tab + 1)
      .replaceAll('\t', ' ')
      .trim();
    if (!words && !lead) return;
    this.putCaption();
    this.found.push({ type: 'heading', level, text: words, ...(lead && { lead }) });
  }

  private text({ style, list, tokens, direction, keys }: ReadParagraph): void {
    const text = this.texts.text(tokens, direction);
    if (text.runs.length === 0) return;
    this.putCaption();
    const own = style === 'note' ? 'note' : /quote$/.test(style) ? 'quote' : undefined;
    const [key] = list ? keys : [];
    this.found.push({
      type: 'paragraph',
      ...(own && { style: own }),
      ...(list && { numbered: true }),
      ...(key !== undefined && { key }),
      ...text,
    });
  }

  private list(): void {
    this.putCaption();
    const items: ReadItem[] = [];
    const pictures: Figure[] = [];
    for (let part = this.parts[this.at]; part && isItem(part); part = this.parts[(this.at += 1)]) {
      items.push({ at: part.list, ...this.texts.text(part.tokens, part.direction, 'all') });
      pictures.push(...part.pictures.map((picture): Figure => ({ type: 'figure', picture })));
    }
    this.found.push(...listsOf(items, this.begun), ...pictures);
  }

  private board(): void {
    const board: Board = { type: 'board', groups: [] };
    for (let part = this.parts[this.at]; part; part = this.parts[this.at]) {
      if (part.kind === 'table') {
        if (!isOfBoard(part.table, this.texts)) break;
        if (board.groups.length === 0) board.groups.push({ title: '', tiles: [] });
        board.groups.at(-1)!.tiles.push(...tilesOf(part.table, this.texts));
        const columns = columnsOf(part.table);
        if (columns > 0 && columns !== 5) board.columns = columns;
      } else if (part.style === 'boardgroup')
        board.groups.push({ title: this.texts.plain(part.tokens), tiles: [] });
      else if (part.style === 'legend') {
        board.legend = this.texts.plain(part.tokens);
        this.at += 1;
        break;
      } else break;
      this.at += 1;
    }
    this.found.push(this.captioned(board));
  }

  /** The figures of a picture, which stand right below it. */
  private figureTable(): Table | undefined {
    const part = this.parts[this.at];
    const { file, mode } = this.texts;
    const first = part?.kind === 'table' ? paragraphsIn(part.table, mode).next().value : undefined;
    if (part?.kind !== 'table' || !first) return undefined;
    if (!/^figure(text|head)$/.test(file.styleOf(propertiesOf(first, 'pPr', mode)))) return undefined;
    this.at += 1;
    return tableFrom(part.table, this.texts);
  }

  /** A caption belongs to what follows it. */
  private captioned<T extends Table | Figure | Board>(block: T): T {
    const { caption } = this;
    this.caption = undefined;
    return caption === undefined ? block : { ...block, caption };
  }

  /** One with nothing to follow it may stand below what it names; else it is a text. */
  private putCaption(): void {
    const { caption } = this;
    this.caption = undefined;
    if (!caption) return;
    const last = this.found.at(-1);
    if ((last?.type === 'table' || last?.type === 'figure') && last.caption === undefined)
      last.caption = caption;
    else this.found.push({ type: 'paragraph', runs: [{ text: caption }] });
  }
}

interface Item extends ReadParagraph {
  list: NonNullable<ReadParagraph['list']>;
}

/** Headings may be numbered by a list, and so are paragraphs. */
const isItem = (part: Part): part is Item =>
  part.kind === 'paragraph' &&
  part.list !== null &&
  !levelOf(part.style) &&
  !UNREAD.test(part.style) &&
  part.style !== 'caption' &&
  !(
    /^(numberedtext|note|.*quote)$/.test(part.style) &&
    part.list.kind === 'numbers' &&
    part.list.level === 0
  );

function levelOf(style: string): Heading['level'] | undefined {
  if (style === 'title') return 1;
  const level = Number(/^heading(\d)$/.exec(style)?.[1] ?? 0);
  return level > 0 ? (Math.min(level, 3) as Heading['level']) : undefined;
}

/** Without "Table 3. ", which is counted anew. */
function captionOf({ tokens }: ReadParagraph, texts: TextReader): string {
  const counted = tokens.findLastIndex(({ isCount }) => isCount);
  const text = texts.plain(tokens.slice(counted + 1));
  return counted === -1 ? text : text.replace(/^[.:\u2013\u2014-]\s*/, '');
}
