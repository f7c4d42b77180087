import { cleanAll, cleanText, languageTag, optional } from './clean.js';
import type {
  Align,
  Board,
  Column,
  Document,
  Figure,
  Heading,
  Labels,
  List,
  Paragraph,
  Picture,
  Table,
} from './document.js';
import { paragraphNumber } from './list-markers.js';
import { preparedList } from './prepare-list.js';
import { isBlank, TextPreparation } from './prepare-text.js';
import type {
  Prepared,
  PreparedBlock,
  PreparedBoard,
  PreparedFigure,
  PreparedHeading,
  PreparedParagraph,
  PreparedTable,
} from './prepared.js';

/** Cleans every text, counts paragraphs, list items, tables, figures and notes, and leaves out what is empty. */
export function prepare(document: Document): Prepared {
  return new Preparation(document).run();
}

class Preparation {
  private readonly language: string;
  private readonly texts: TextPreparation;
  private paragraphs = 0;
  private headings = 0;
  private readonly captions = { table: 0, figure: 0 };
  private readonly labels: Labels;
  private readonly keys = new Map<string, { number: string; anchor: string }>();
  private level: 0 | 1 | 2 | 3 = 0;

  constructor(private readonly document: Document) {
    this.language = languageTag(document.language) ?? 'und';
    this.texts = new TextPreparation(this.language, document.direction);
    this.labels = cleanAll(document.labels);
  }

  run(): Prepared {
    const { document } = this;
    const created = new Date(document.created);
    if (Number.isNaN(created.getTime()))
      throw new Error(`Not a date of creation: ${String(document.created)}`);
    const blocks = document.blocks.flatMap((block) => this.block(block) ?? []);
    this.texts.refer(this.keys);
    const { logo, masthead } = document;
    return {
      logo: logo && pictureOf(logo),
      masthead: masthead && cleanAll(masthead),
      title: cleanText(document.title),
      subtitle: optional(document.subtitle),
      language: this.language,
      direction: document.direction,
      created,
      facts: cleanAll(document.facts),
      contents: document.contents && cleanText(document.contents.heading),
      header: optional(document.header),
      footer: optional(document.footer),
      orientation: document.orientation ?? 'portrait',
      labels: this.labels,
      blocks,
      notes: this.texts.notes,
    };
  }

  private block(block: Document['blocks'][number]): PreparedBlock | undefined {
    switch (block.type) {
      case 'heading':
        return this.heading(block);
      case 'paragraph':
        return this.paragraph(block);
      case 'list':
        return this.list(block);
      case 'table':
        return this.table(block);
      case 'figure':
        return this.figure(block);
      case 'board':
        return this.board(block);
      case 'page-break':
        return block;
    }
  }

  private heading({ level, text, lead, ...marked }: Heading): PreparedHeading | undefined {
    if (!text.trim() && !lead?.trim()) return undefined;
    this.headings += 1;
    // PDF/UA refuses a document that skips a level, and a screen reader would look for what is missing.
    const allowed = Math.min(level, this.level + 1) as 1 | 2 | 3;
    this.level = allowed;
    return {
      ...unitOf(marked),
      type: 'heading',
      level: allowed,
      text: cleanText(text),
      lead: optional(lead),
      anchor: `section-${this.headings}`,
    };
  }

  private paragraph(block: Paragraph): PreparedParagraph | undefined {
    const text = this.texts.text(block.runs, block);
    if (isBlank(text)) return undefined;
    const style = block.style ?? 'normal';
    if (!block.numbered) return { ...unitOf(block), type: 'paragraph', style, ...text };
    this.paragraphs += 1;
    const number = paragraphNumber(this.paragraphs, this.language);
    const { key } = block;
    const anchor = `paragraph-${this.paragraphs}`;
    const isKnown = key !== undefined && !this.keys.has(key);
    if (isKnown) this.keys.set(key, { number: String(this.paragraphs), anchor });
    return {
      ...unitOf(block),
      type: 'paragraph',
      style,
      number,
      ...(isKnown && { key, anchor }),
      ...text,
    };
  }

  private list(block: List): PreparedBlock | undefined {
    const list = preparedList(block, this.texts, this.language);
    return list && { ...unitOf(block), ...list };
  }

  /** "Table 3", where the document has a word for it. */
  private labelOf(kind: 'table' | 'figure', caption: string | undefined): string | undefined {
    const word = this.labels[kind];
    return caption && word ? `${word} ${(this.captions[kind] += 1)}` : undefined;
  }

  private figure(block: Figure): PreparedFigure {
    const caption = optional(block.caption);
    return {
      ...unitOf(block),
      type: 'figure',
      label: this.labelOf('figure', caption),
      caption,
      picture: pictureOf(block.picture),
      // It is the figure's own, and is not counted.
      table: block.table && this.table({ ...block.table, caption: undefined }),
    };
  }

  private board(block: Board): PreparedBoard | undefined {
    const groups = block.groups.filter(({ tiles }) => tiles.length > 0);
    if (groups.length === 0 && !block.caption) return undefined;
    const columns = Math.min(Math.max(Math.round(block.columns ?? 5) || 5, 1), 8);
    return { ...cleanAll(block), groups: cleanAll(groups), columns };
  }

  private table(block: Table): PreparedTable | undefined {
    const count = Math.max(block.columns.length, ...block.rows.map((row) => row.length));
    if (count === 0) return undefined;
    const indexes = [...Array(count).keys()];
    const caption = optional(block.caption);
    return {
      ...unitOf(block),
      type: 'table',
      label: this.labelOf('table', caption),
      caption,
      columns: indexes.map((index) => this.column(block.columns[index])),
      rows: block.rows.map((row) => indexes.map((index) => this.texts.text(row[index] ?? []))),
    };
  }

  private column({ label, align, width }: Column = { label: '' }): {
    label: string;
    align: Align;
    width: number;
  } {
    return {
      label: cleanText(label),
      align: align ?? 'start',
      width: width && width > 0 && width < 1e6 ? width : 1,
    };
  }
}

const unitOf = ({ unit }: { unit?: string }) => (unit ? { unit } : {});
const pictureOf = (picture: Picture): Picture => ({ ...picture, text: cleanText(picture.text) });
