import { createHash } from 'node:crypto';
import type { Passage } from '../../passages/passage.entity.js';
import { wordsRow } from '../words/passage-words.js';
import type { Finding, FindingKind } from './findings.js';

/** What is settled where it stands, or would hide words that may not be there. All else may be meant so. */
const NEVER_ASIDE: readonly FindingKind[] = [
  'withdrawn',
  'changed',
  'gone',
  'comment',
  'alternative',
  'glyph',
];

export const mayBeSetAside = ({ kind }: Finding): boolean => !NEVER_ASIDE.includes(kind);

/**
 * Of a finding and of what it was found in: the words of its passage and what these are from, else the fact. It is
 * another one as soon as any of it is, so that nothing stays set aside that nobody has looked at. The number of a
 * paragraph is none of it: that changes with what stands before.
 */
export function sealOfFinding(
  { number: _, ...finding }: Finding,
  passage: Passage | undefined,
  original: string,
  fact: unknown = null,
): string {
  const languages = finding.language ? [original, finding.language] : [original];
  const words = passage && languages.map((one) => wordsRow(passage, one)).map(saidOf);
  const sources = passage?.sources.map(({ kind, id, named }) => [kind, id, named ?? null]);
  const entries = Object.entries(finding).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([entries, words, sources, fact]))
    .digest('hex');
}

const saidOf = (row: ReturnType<typeof wordsRow>) => row?.edited ?? row?.compiled ?? null;
