import { cleanAll, cleanText, languageTag, optional } from './clean.js';
import type { Align, Board, Column, Document, Heading, List, Paragraph, Table } from './document.js';
import { listMarker, paragraphNumber } from './list-markers.js';
import { isBlank, TextPreparation } from './prepare-text.js';
import type {
  Prepared,
  PreparedBlock,
  PreparedBoard,
  PreparedHeading,
  PreparedList,
  PreparedParagraph,
  PreparedTable,
} from './prepared.js';

/** Cleans every text, counts paragraphs, list items and notes, and leaves out what is empty. */
export function prepare(document: Document): Prepared {
  return new Preparation(document).run();
}

class Preparation {
  private readonly language: string;
  private readonly texts: TextPreparation;
  private paragraphs = 0;
  private headings = 0;
  private level: 0 | 1 | 2 | 3 = 0;

  constructor(private readonly document: Document) {
    this.language = languageTag(document.language) ?? 'und';
    this.texts = new TextPreparation(this.language, document.direction);
  }

  run(): Prepared {
    const { document } = this;
    const created = new Date(document.created);
    if (Number.isNaN(created.getTime()))
      throw new Error(`Not a date of creation: ${String(document.created)}`);
    const blocks = document.blocks.flatMap((block) => this.block(block) ?? []);
    const { logo } = document;
    return {
      logo: logo && { ...logo, text: cleanText(logo.text) },
      title: cleanText(document.title),
      subtitle: optional(document.subtitle),
      language: this.language,
      direction: document.direction,
      created,
      facts: cleanAll(document.facts),
      contents: document.contents && cleanText(document.contents.heading),
      footer: optional(document.footer),
      labels: cleanAll(document.labels),
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
        return undefined;
      case 'board':
        return this.board(block);
      case 'page-break':
        return block;
    }
  }

  private heading({ level, text, lead }: Heading): PreparedHeading | undefined {
    if (!text.trim() && !lead?.trim()) return undefined;
    this.headings += 1;
    // PDF/UA refuses a document that skips a level, and a screen reader would look for what is missing.
    const allowed = Math.min(level, this.level + 1) as 1 | 2 | 3;
    this.level = allowed;
    return {
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
    const number = block.numbered ? paragraphNumber((this.paragraphs += 1), this.language) : undefined;
    return { type: 'paragraph', style: block.style ?? 'normal', number, ...text };
  }

  private list(block: List): PreparedList | undefined {
    const items = block.items
      .map(({ runs }) => this.texts.text(runs, block))
      .filter((item) => !isBlank(item));
    if (items.length === 0) return undefined;
    const language = items[0]?.language ?? this.language;
    return {
      type: 'list',
      items: items.map((item, index) => ({ ...item, marker: listMarker(index, language) })),
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
    return {
      type: 'table',
      caption: optional(block.caption),
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
