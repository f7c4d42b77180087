import type { Block } from '../../../platform/documents/document.js';
import type { ReadChange, ReadDocument } from '../../../platform/documents/read-document/read-document.js';
import type { Passage } from '../../passages/passage.entity.js';
import { blocksIn, numberedIn } from '../words/passage-words.js';
import { canonicalOf, passageOfUnit, shortSeal, unitsOf } from './canonical.js';
import { reconciled } from './reconcile.js';

/** One thing in which a Word file differs from the document as it stands. */
export type WordRow =
  | {
      kind: 'changed';
      /** Says which row it is, and which version of the passage it was compared with. */
      id: string;
      passage: Passage;
      /** As documents have it now, and as it would be. */
      now: Block[];
      file: Block[];
      /** It was changed here, too, since the file was made. */
      conflict: boolean;
      /** A translation that would number its paragraphs otherwise: it cannot be taken. */
      unequal: boolean;
      tracked: ReadChange[];
    }
  | { kind: 'new'; id: string; section: string; after: string | null; file: Block[]; tracked: ReadChange[] }
  | { kind: 'missing'; id: string; passage: Passage; now: Block[] };

interface Compared {
  /** The document as it stands in the file's language, whose blocks name passages and sections as units. */
  document: { blocks: readonly Block[]; language: string };
  passages: readonly Passage[];
  original: string;
  numbered: boolean;
  untranslated: string;
}

const SECTION = /^s-(.+)$/;

/** In the order of the file; what is not in it any more at the end. Pure. */
export function compareWord(
  read: Pick<ReadDocument, 'units'>,
  { document, passages, original, numbered, untranslated }: Compared,
): WordRow[] {
  const shown = unitsOf(document.blocks);
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const { language } = document;
  const options = { numbered, untranslated };
  const seen = new Set<string>();
  const rows: WordRow[] = [];
  let section: string | null = null;
  let after: string | null = null;
  for (const [index, { unit, blocks, changes }] of read.units.entries()) {
    const ownSection = unit === null ? null : SECTION.exec(unit);
    if (ownSection) {
      section = ownSection[1]!;
      after = null;
      continue;
    }
    const known = unit === null ? null : passageOfUnit(unit);
    const passage = known && byId.get(known.id);
    if (known && passage) {
      seen.add(passage.id);
      section = passage.sectionKey;
      after = passage.id;
      const now = shown.get(passage.id);
      // Left out, or withdrawn, since the file was made: its words come back by no file.
      if (!now || canonicalOf(now) === canonicalOf(blocks)) continue;
      if (blocks.length === 0) {
        rows.push({ kind: 'missing', id: `missing:${passage.id}:${passage.version}`, passage, now });
        continue;
      }
      const own = blocksIn(passage, language, original) ?? blocksIn(passage, original, original) ?? [];
      const file = reconciled(blocks, own, options);
      const source = blocksIn(passage, original, original) ?? [];
      rows.push({
        ...{ kind: 'changed', id: `changed:${passage.id}:${passage.version}`, passage, now, file },
        conflict: known.seal !== null && known.seal !== shortSeal(now),
        unequal: language !== original && numberedIn(file) !== numberedIn(source),
        tracked: changes,
      });
      continue;
    }
    const file = reconciled(blocks, [], options);
    const says =
      canonicalOf(file) !== '[]' &&
      file.some((block) => block.type !== 'paragraph' || block.runs.some(({ text }) => text.trim()));
    if (unit === null && section && says && language === original)
      rows.push({ kind: 'new', id: `new:${index}`, section, after, file, tracked: changes });
  }
  for (const [unit, now] of shown) {
    const passage = byId.get(unit);
    if (passage && !seen.has(unit))
      rows.push({ kind: 'missing', id: `missing:${unit}:${passage.version}`, passage, now });
  }
  return rows;
}

/** What is taken unless somebody says otherwise: never what was changed here, too, and never that something goes. */
export const isProposed = (row: WordRow): boolean =>
  row.kind === 'new' || (row.kind === 'changed' && !row.conflict && !row.unequal);
