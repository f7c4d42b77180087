import { cleanText, directionOf, languageTag, safeLink } from './clean.js';
import type {
  Align,
  Board,
  Column,
  Direction,
  Document,
  Fact,
  Heading,
  InLanguage,
  Labels,
  List,
  PageBreak,
  Paragraph,
  ParagraphStyle,
  PlainRun,
  Run,
  Table,
} from './document.js';
import { listMarker, paragraphNumber } from './list-markers.js';

/** A document in which every number and marker is settled and every text is clean: what the renderers read. */
export interface Prepared {
  title: string;
  subtitle?: string;
  language: string;
  direction: Direction;
  created: Date;
  facts: Fact[];
  contents?: string;
  footer?: string;
  labels: Labels;
  blocks: PreparedBlock[];
  /** The texts of the notes in order; note 1 is the first. */
  notes: PreparedText[];
}

export type PreparedBlock =
  PreparedHeading | PreparedParagraph | PreparedList | PreparedTable | PreparedBoard | PageBreak;

export interface PreparedHeading {
  type: 'heading';
  level: 1 | 2 | 3;
  text: string;
  lead?: string;
  anchor: string;
}

/** Runs with the language and direction they share where these are not the document's. */
export interface PreparedText {
  language?: string;
  direction?: Direction;
  runs: PreparedRun[];
}

export interface PreparedRun extends PlainRun {
  /** Number of the note whose mark follows the run. */
  note?: number;
}

export interface PreparedParagraph extends PreparedText {
  type: 'paragraph';
  style: ParagraphStyle;
  /** As printed, such as `12.` */
  number?: string;
}

export interface PreparedList {
  type: 'list';
  items: (PreparedText & { marker: string })[];
}

export interface PreparedTable {
  type: 'table';
  caption?: string;
  columns: Required<Column>[];
  rows: PreparedText[][];
}

export interface PreparedBoard extends Board {
  columns: number;
}

/** Cleans every text, counts paragraphs, list items and notes, and leaves out what is empty. */
export function prepare(document: Document): Prepared {
  return new Preparation(document).run();
}

class Preparation {
  private readonly notes: PreparedText[] = [];
  private readonly language: string;
  private paragraphs = 0;
  private headings = 0;
  private level: 0 | 1 | 2 | 3 = 0;

  constructor(private readonly document: Document) {
    this.language = languageTag(document.language) ?? 'und';
  }

  run(): Prepared {
    const { document } = this;
    const created = new Date(document.created);
    if (Number.isNaN(created.getTime()))
      throw new Error(`Not a date of creation: ${String(document.created)}`);
    const blocks = document.blocks.flatMap((block) => this.block(block) ?? []);
    return {
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
      notes: this.notes,
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
    const text = this.text(block.runs, block);
    if (isBlank(text)) return undefined;
    const number = block.numbered ? paragraphNumber((this.paragraphs += 1), this.language) : undefined;
    return { type: 'paragraph', style: block.style ?? 'normal', number, ...text };
  }

  private list(block: List): PreparedList | undefined {
    const items = block.items.map((runs) => this.text(runs, block)).filter((item) => !isBlank(item));
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
      rows: block.rows.map((row) => indexes.map((index) => this.text(row[index] ?? []))),
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

  private text(runs: Run[], own: InLanguage = {}): PreparedText {
    return this.settled(
      runs.flatMap((run) => this.runOf(run) ?? []),
      own,
    );
  }

  /** Moves up what the runs share; what is left on a run sets it apart from the text around it. */
  private settled(runs: PreparedRun[], own: InLanguage): PreparedText {
    const shared = this.shared(runs, own);
    const language = shared.language ?? this.language;
    const direction = shared.direction ?? this.document.direction;
    const apart = ({ language: its, direction: way, ...run }: PreparedRun): PreparedRun => ({
      ...run,
      ...(its && its !== language && { language: its }),
      ...(way && way !== direction && { direction: way }),
    });
    return { ...shared, runs: runs.map(apart) };
  }

  /** What the runs have in common decides on which side the text starts and where its last full stop goes. */
  private shared(runs: PreparedRun[], own: InLanguage): InLanguage {
    const language = languageTag(own.language) ?? common(runs.map((run) => run.language));
    const direction = own.direction ?? common(runs.map((run) => run.direction)) ?? directionOf(language);
    return {
      language: language === this.language ? undefined : language,
      direction: direction === this.document.direction ? undefined : direction,
    };
  }

  private runOf({ footnote, ...run }: Run): PreparedRun | undefined {
    const plain = plainRun(run);
    const note = footnote === undefined ? undefined : this.note(footnote);
    return plain.text === '' && note === undefined ? undefined : { ...plain, note };
  }

  private note(content: string | PlainRun[]): number | undefined {
    const runs = (typeof content === 'string' ? [{ text: content }] : content).map(plainRun);
    if (!runs.some((run) => run.text.trim())) return undefined;
    return this.notes.push(this.settled(runs, {}));
  }
}

function plainRun({ text, bold, italic, language, direction, link }: PlainRun): PlainRun {
  const tag = languageTag(language);
  return {
    text: cleanText(text),
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(tag && { language: tag }),
    ...((direction ?? tag) && { direction: direction ?? directionOf(tag) }),
    ...(link && { link: safeLink(link) }),
  };
}

const isBlank = ({ runs }: PreparedText) =>
  !runs.some(({ text, note }) => note !== undefined || text.trim() !== '');

const optional = (text: string | undefined) => (text?.trim() ? cleanText(text) : undefined);

const common = <T>(values: T[]): T | undefined =>
  values.every((value) => value === values[0]) ? values[0] : undefined;

/** Cleans every string of a plain value, however deep. */
function cleanAll<T>(value: T): T {
  if (typeof value === 'string') return cleanText(value) as T;
  if (Array.isArray(value)) return value.map(cleanAll) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleanAll(item)])) as T;
}
