import type { Document } from '../../platform/documents/document.js';
import type { DocumentLogo } from '../../mechanisms/look/look.js';
import type { SubmissionText } from '../compilation/compiled.js';
import type { PassageSource } from '../passages/passage.js';
import type { AssembledDocument, Chapter } from './assembled.js';

/** A source as whoever reads the document may know it. */
export type NamedSource = Pick<PassageSource, 'kind' | 'id'>;

/** A document in one language as it is kept for good and given as JSON. */
export interface DocumentVersion {
  document: Document;
  chapters: Chapter[];
  /** Of what a block says, by the block's `unit`. Of entries only those released by name. */
  sources: Record<string, NamedSource[]>;
}

/** What was submitted, in all its languages. */
export interface FrozenDocuments {
  /** Of the mechanism, as it was on the day it was submitted. */
  logo?: DocumentLogo;
  original: string;
  versions: Record<string, DocumentVersion>;
}

/** The content of a freeze; those from before documents had passages keep the shape they had. */
export type FrozenContent = FrozenDocuments | SubmissionText;

export const isOfBefore = (content: FrozenContent): content is SubmissionText => 'compiled' in content;

/** What JSON says of where blocks come from: nothing of a passage in which somebody is not named, whose items could tell. */
export function withSources(
  { document, chapters }: AssembledDocument,
  passages: readonly { id: string; sources: readonly PassageSource[] }[],
): DocumentVersion {
  const units = new Set(document.blocks.map((block) => ('unit' in block ? block.unit : undefined)));
  const told = passages.flatMap(({ id, sources }) => {
    const all = namedSources(sources);
    return units.has(id) && all.length > 0 ? [[id, all] as const] : [];
  });
  return { document, chapters, sources: Object.fromEntries(told) };
}

export const namedSources = (sources: readonly PassageSource[]): NamedSource[] =>
  sources.some(({ kind, named }) => kind === 'entry' && !named)
    ? []
    : sources.map(({ kind, id }) => ({ kind, id }));
