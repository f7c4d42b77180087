import { InvalidError } from '../../errors.js';
import { formatOfName, otherFormat } from '../read-word/file-kind.js';
import { openPackage, type WordPackage } from '../read-word/package.js';
import { within, type XmlElement } from '../read-word/xml.js';
import { BlockReader } from './blocks.js';
import { changesIn, commentsIn, Quotes } from './changes.js';
import { partsOf } from './paragraphs.js';
import type { ReadDocument, ReadUnit } from './what-is-read.js';
import { TextReader } from './runs.js';
import { type Segment, segmentsOf } from './segments.js';
import { WordFile } from './word-file.js';

/** A document with pictures is some megabytes. */
const MAX_BYTES = 20_000_000;
const MOST_PARAGRAPHS = 40_000;

/** See `readDocument`, which runs it where it holds up nobody. */
export function parseDocument(bytes: Uint8Array, name: string): ReadDocument {
  const from = opened(bytes, name);
  const body = within(from.main, 'body').next().value!;
  if (more(within(body, 'p', 'tr'), MOST_PARAGRAPHS))
    throw InvalidError.field('file', 'error.document.tooLong', { maximum: MOST_PARAGRAPHS });
  const file = new WordFile(from);
  const { front, segments } = segmentsOf(body);
  const accepted = new BlockReader(new TextReader(file, 'accepted'));
  const original = new BlockReader(new TextReader(file, 'original'));
  const quotes = new Quotes(commentsIn(from.parts('comments')));
  quotes.over(front, null);
  const known = knownUnits();
  const repeated: string[] = [];
  const units = segments.map((segment): ReadUnit => {
    const { elements } = segment;
    const { changes, any } = changesIn(elements);
    const blocks = accepted.blocks(elements);
    const before = any ? original.blocks(elements) : blocks;
    const unit: ReadUnit = { unit: segment.unit, blocks, original: before, changes };
    if (!known.take(unit, segment)) repeated.push(segment.unit!);
    quotes.over(elements, unit.unit);
    return unit;
  });
  return {
    title: titleIn(front, file),
    units: withoutEmpty(units),
    comments: [...quotes.found, ...quotes.rest()],
    repeated: [...new Set(repeated)],
    skipped: file.skipped,
  };
}

/**
 * A unit is where its marks stand first. One that was moved while changes were tracked stands twice: where it was it has
 * no text any more.
 */
function knownUnits() {
  const known = new Map<string, ReadUnit>();
  return {
    /** Whether its name is its own; else the unit has none now. */
    take(unit: ReadUnit, { isMarked }: Segment): boolean {
      const { unit: id } = unit;
      if (id === null) return true;
      const before = known.get(id);
      if (before && before.blocks.length > 0) {
        unit.unit = null;
        return !isMarked;
      }
      if (before && isMarked && unit.blocks.length > 0) {
        unit.original = before.original;
        before.original = [];
        before.unit = null;
      }
      known.set(id, unit);
      return true;
    },
  };
}

/** Text between units is one, and is nothing when there is none. */
function withoutEmpty(units: readonly ReadUnit[]): ReadUnit[] {
  const kept: ReadUnit[] = [];
  for (const one of units) {
    const { unit, blocks, original, changes } = one;
    if (unit === null && blocks.length + original.length + changes.length === 0) continue;
    const last = kept.at(-1);
    if (unit === null && last?.unit === null)
      kept[kept.length - 1] = {
        unit,
        blocks: [...last.blocks, ...blocks],
        original: [...last.original, ...original],
        changes: [...last.changes, ...changes],
      };
    else kept.push(one);
  }
  return kept;
}

/** As it stands in the file now: somebody may have changed it there. */
function titleIn(front: readonly XmlElement[], file: WordFile): string | null {
  const texts = new TextReader(file, 'accepted');
  for (const one of front)
    for (const part of partsOf([one], file, 'accepted'))
      if (part.kind === 'paragraph' && part.style === 'title') return texts.plain(part.tokens) || null;
  return null;
}

function opened(bytes: Uint8Array, name: string): WordPackage {
  if (bytes.length > MAX_BYTES)
    throw InvalidError.field('file', 'error.fileTooLarge', { maximum: MAX_BYTES / 1_000_000 });
  const other = otherFormat(bytes);
  const found = other ? null : openPackage(bytes);
  if (found) return found;
  const format = other ?? formatOfName(name);
  if (format === 'encrypted') throw InvalidError.field('file', 'error.answering.encrypted');
  throw format
    ? InvalidError.field('file', 'error.answering.saveAsDocx', { format })
    : InvalidError.field('file', 'error.answering.noWord');
}

/** Whether there are more than so many, without counting all of them. */
function more(all: Iterable<unknown>, most: number): boolean {
  let count = 0;
  for (const _ of all) if ((count += 1) > most) return true;
  return false;
}
