import type {
  Block,
  InLanguage,
  List,
  ListItem,
  PlainRun,
  Run,
  Table,
} from '../../../platform/documents/document.js';
import { field, isRecord, notThat, Problem, refused, wrong } from '../../../platform/http/field.js';

/*
 * Words as they are sent by the editor or a program. What an editor cannot say - a picture, a board, a page break - is
 * named by its place among those of the words it was opened with (`kept`), and stays as it was; nobody sends a picture
 * as text.
 */

export type SentBlock = Block | KeptBlock;

/** The n-th picture, board or page break of the words before, with the alternative text and caption as they are now. */
export interface KeptBlock {
  type: 'kept';
  of: number;
  text?: string;
  caption?: string;
}

const MOST = { blocks: 400, characters: 60_000, depth: 4, columns: 20, rows: 500 } as const;
const LINK = /^(https?:\/\/|mailto:)\S+$/i;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const KEY = /^[\w:.\-/]{1,200}$/;

/** Blocks of a document, as a list or as JSON; undefined where they are not sent. */
export const Blocks = (options: { omittable: true }) =>
  field<SentBlock[], typeof options>(
    {
      read: readBlocks,
      isMissing: (raw) => raw === undefined || raw === null || raw === '',
      describe: {
        type: 'array',
        items: { type: 'object', additionalProperties: true },
        maxItems: MOST.blocks,
      },
    },
    options,
  );

export function readBlocks(raw: unknown): SentBlock[] | Problem {
  const given = typeof raw === 'string' ? parsed(raw) : raw;
  if (!Array.isArray(given)) return notThat(raw === '' ? undefined : given);
  if (given.length > MOST.blocks) return refused([], 'error.tooLong', { maximum: MOST.blocks });
  const blocks = given.map(blockOf);
  if (blocks.some((block) => block === null)) return wrong('error.format');
  const read = blocks as SentBlock[];
  if (JSON.stringify(read).length > MOST.characters * 4 || charactersIn(read) > MOST.characters)
    return refused([], 'error.tooLong', { maximum: MOST.characters });
  return read.filter((block) => !isBlank(block));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function blockOf(raw: unknown): SentBlock | null {
  if (!isRecord(raw)) return null;
  switch (raw.type) {
    case 'paragraph':
      return paragraphOf(raw);
    case 'heading': {
      const level = [1, 2, 3].includes(raw.level as number) ? (raw.level as 1 | 2 | 3) : 2;
      return typeof raw.text === 'string' ? { type: 'heading', level, text: clean(raw.text) } : null;
    }
    case 'list':
      return listOf(raw, 1);
    case 'table':
      return tableOf(raw);
    case 'kept':
      return Number.isInteger(raw.of) && (raw.of as number) >= 0
        ? { type: 'kept', of: raw.of as number, ...textsOf(raw, ['text', 'caption']) }
        : null;
    default:
      return null;
  }
}

function paragraphOf(raw: Record<string, unknown>): Block | null {
  const runs = runsOf(raw.runs);
  if (!runs) return null;
  const style = raw.style === 'quote' || raw.style === 'note' ? raw.style : undefined;
  return {
    type: 'paragraph',
    runs,
    ...(raw.numbered === false && !style && { numbered: false }),
    ...(style && { style }),
    ...(typeof raw.key === 'string' && KEY.test(raw.key) && { key: raw.key }),
    ...inLanguage(raw),
  };
}

function listOf(raw: Record<string, unknown>, depth: number): List | null {
  if (!Array.isArray(raw.items) || raw.items.length === 0 || depth > MOST.depth) return null;
  const kind = (['bullets', 'numbers', 'letters'] as const).find((one) => one === raw.kind) ?? 'bullets';
  const items = raw.items.map((item): ListItem | null => {
    if (!isRecord(item)) return null;
    const runs = runsOf(item.runs);
    const list = isRecord(item.list) ? listOf(item.list, depth + 1) : undefined;
    return runs && list !== null ? { runs, ...(list && { list }) } : null;
  });
  if (items.some((item) => item === null)) return null;
  const start = Number.isInteger(raw.start) && (raw.start as number) > 1 ? (raw.start as number) : undefined;
  return { type: 'list', kind, ...(start && { start }), items: items as ListItem[], ...inLanguage(raw) };
}

function tableOf(raw: Record<string, unknown>): Table | null {
  const { columns, rows } = raw;
  if (!Array.isArray(columns) || !Array.isArray(rows)) return null;
  if (columns.length === 0 || columns.length > MOST.columns || rows.length > MOST.rows) return null;
  const read = columns.map((column) => {
    if (!isRecord(column) || typeof column.label !== 'string') return null;
    const align = (['center', 'end'] as const).find((one) => one === column.align);
    const width =
      typeof column.width === 'number' && column.width > 0 ? Math.min(column.width, 100) : undefined;
    return { label: clean(column.label), ...(align && { align }), ...(width && { width }) };
  });
  const cells = rows.map((row) =>
    Array.isArray(row) && row.length <= MOST.columns ? row.map((cell: unknown) => runsOf(cell)) : null,
  );
  if (read.some((one) => !one) || cells.some((row) => !row || row.some((cell) => !cell))) return null;
  const even = (row: Run[][]) => read.map((_, index) => row[index] ?? []);
  return {
    type: 'table',
    ...textsOf(raw, ['caption']),
    columns: read as Table['columns'],
    rows: (cells as Run[][][]).map(even),
  };
}

function runsOf(raw: unknown): Run[] | null {
  if (!Array.isArray(raw) || raw.length > 2_000) return null;
  const runs = raw.map(runOf);
  return runs.some((run) => run === null)
    ? null
    : (runs as Run[]).filter(({ text, footnote }) => text || footnote);
}

function runOf(raw: unknown): Run | null {
  const plain = plainRunOf(raw);
  if (!plain || !isRecord(raw)) return null;
  const footnote =
    typeof raw.footnote === 'string'
      ? clean(raw.footnote)
      : Array.isArray(raw.footnote)
        ? raw.footnote.map(plainRunOf)
        : undefined;
  if (Array.isArray(footnote) && footnote.some((run) => run === null)) return null;
  const see = typeof raw.see === 'string' && KEY.test(raw.see) ? raw.see : undefined;
  return { ...plain, ...(footnote?.length && { footnote: footnote as PlainRun[] }), ...(see && { see }) };
}

function plainRunOf(raw: unknown): PlainRun | null {
  if (!isRecord(raw) || typeof raw.text !== 'string') return null;
  return {
    text: clean(raw.text),
    ...(raw.bold === true && { bold: true }),
    ...(raw.italic === true && { italic: true }),
    ...(typeof raw.link === 'string' && LINK.test(raw.link) && { link: raw.link.slice(0, 2_000) }),
    ...inLanguage(raw),
  };
}

const inLanguage = ({ language, direction }: Record<string, unknown>): InLanguage => ({
  ...(typeof language === 'string' && LANGUAGE.test(language) && { language }),
  ...((direction === 'ltr' || direction === 'rtl') && { direction }),
});

const textsOf = <K extends string>(raw: Record<string, unknown>, names: readonly K[]) =>
  Object.fromEntries(
    names.flatMap((name) =>
      typeof raw[name] === 'string' && raw[name] !== '' ? [[name, clean(raw[name])]] : [],
    ),
  ) as Partial<Record<K, string>>;

// A NUL is refused by PostgreSQL and cannot stand in XML; lone surrogates cannot be encoded.
const clean = (text: string) => text.replaceAll('\u0000', '').toWellFormed().replace(/\r\n?/g, '\n');

function isBlank(block: SentBlock): boolean {
  if (block.type === 'heading') return block.text.trim() === '';
  if (block.type === 'paragraph') return block.runs.every(({ text, footnote }) => !text.trim() && !footnote);
  return false;
}

/** Every text in it, however deep. */
const charactersIn = (value: unknown): number => {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, one) => sum + charactersIn(one), 0);
};
