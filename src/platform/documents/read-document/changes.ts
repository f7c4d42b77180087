import { attribute, childrenOf, type XmlElement } from '../read-word/xml.js';
import type { ReadChange, ReadComment } from './what-is-read.js';

const INSERTED = new Set(['ins', 'moveTo']);
const DELETED = new Set(['del', 'moveFrom']);
const FORMATTED = new Set([
  'pPrChange',
  'rPrChange',
  'numberingChange',
  'tblPrChange',
  'trPrChange',
  'tcPrChange',
]);
/** What goes beyond is cut: nobody reads it in a margin. */
const LONGEST = 2000;

/** The tracked changes within elements; `any` is true where only formats changed, too. */
export function changesIn(elements: readonly XmlElement[]): { changes: ReadChange[]; any: boolean } {
  const changes: ReadChange[] = [];
  let any = false;
  let isAdjacent = false;
  const write = (text: string, by: XmlElement, kind: 'inserted' | 'deleted') => {
    const author = attribute(by, 'author') ?? '';
    const date = attribute(by, 'date');
    const last = changes.at(-1);
    if (last && isAdjacent && last.author === author) last[kind] = (last[kind] + text).slice(0, LONGEST);
    else changes.push({ author, date, inserted: '', deleted: '', [kind]: text.slice(0, LONGEST) });
    isAdjacent = true;
  };
  const walk = (of: XmlElement, by: XmlElement | null, kind: 'inserted' | 'deleted') => {
    if (of.name === 'p' || of.name === 'tr') isAdjacent = false;
    for (const one of of.children) {
      if (typeof one === 'string') {
        if (of.name === 'instrText') continue;
        if (by) write(one, by, kind);
        else isAdjacent = false;
      } else if (INSERTED.has(one.name)) {
        any = true;
        walk(one, one, 'inserted');
      } else if (DELETED.has(one.name)) {
        any = true;
        // What one inserted and another deleted is neither's before nor after.
        walk(one, by && kind === 'inserted' ? null : one, 'deleted');
      } else if (FORMATTED.has(one.name)) any = true;
      else walk(one, by, kind);
    }
  };
  for (const one of elements) walk({ name: '', attributes: '', children: [one] }, null, 'inserted');
  return { changes, any };
}

/** The comments of a file by their ids, without the words they are about. */
export function commentsIn(parts: readonly XmlElement[]): Map<string, Omit<ReadComment, 'unit' | 'quote'>> {
  return new Map(
    parts
      .flatMap(childrenOf)
      .flatMap((one) =>
        one.name === 'comment'
          ? [
              [
                attribute(one, 'id') ?? '',
                { author: attribute(one, 'author') ?? '', date: attribute(one, 'date'), text: linesIn(one) },
              ] as const,
            ]
          : [],
      ),
  );
}

const linesIn = (of: XmlElement): string =>
  childrenOf(of)
    .map((one) => textIn(one).trim())
    .filter(Boolean)
    .join('\n')
    .slice(0, LONGEST * 5);

function textIn(of: XmlElement): string {
  return of.children
    .map((one) => {
      if (typeof one === 'string') return of.name === 't' ? one : '';
      if (one.name === 'br' || one.name === 'tab') return ' ';
      return one.name === 'del' || one.name === 'moveFrom' ? '' : textIn(one);
    })
    .join('');
}

/** Follows the words that comments are about through the document. */
export class Quotes {
  readonly found: ReadComment[] = [];
  private readonly open = new Map<string, ReadComment>();

  constructor(private readonly comments: Map<string, Omit<ReadComment, 'unit' | 'quote'>>) {}

  over(elements: readonly XmlElement[], unit: string | null): void {
    for (const one of elements) this.walk(one, unit);
  }

  /** Those that are about nothing in the text. */
  rest(): ReadComment[] {
    return [...this.comments.values()].map((comment) => ({ ...comment, unit: null, quote: '' }));
  }

  private walk(of: XmlElement, unit: string | null): void {
    const id = attribute(of, 'id') ?? '';
    if (of.name === 'commentRangeStart' || of.name === 'commentReference') this.begin(id, unit, of.name);
    else if (of.name === 'commentRangeEnd') this.open.delete(id);
    for (const one of of.children) {
      if (typeof one !== 'string') {
        if (one.name !== 'del' && one.name !== 'moveFrom') this.walk(one, unit);
      } else if (of.name === 't')
        for (const comment of this.open.values()) comment.quote = (comment.quote + one).slice(0, LONGEST);
    }
  }

  private begin(id: string, unit: string | null, by: string): void {
    const comment = this.comments.get(id);
    if (!comment) return;
    this.comments.delete(id);
    const placed: ReadComment = { ...comment, unit, quote: '' };
    this.found.push(placed);
    if (by === 'commentRangeStart') this.open.set(id, placed);
  }
}
