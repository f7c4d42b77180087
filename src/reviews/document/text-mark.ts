import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Passage } from '../passages/passage.entity.js';
import type { Submission } from '../submissions/submission.entity.js';
import { partsOf } from './document-parts.js';
import { inOrder } from './in-order.js';

/** What a text that is not submitted is known by, without its words. */
export interface TextMark {
  /** Changes whenever the text may say something else, but for what is masked since something was withdrawn. */
  hash: string;
  passages: number;
}

/**
 * Reads no words: of a long document that takes seconds, in which nobody else is answered. Null before it was first
 * compiled.
 */
export async function textMark(manager: EntityManager, submission: Submission): Promise<TextMark | null> {
  const parts = partsOf(submission, [], new Set());
  if (!parts) return null;
  // Words are compiled anew in a run, and changed by people along with the version.
  const columns = ['id', 'sectionKey', 'position', 'state', 'version'];
  const rows = await manager
    .createQueryBuilder(Passage, 'passage')
    .select(columns.map((column) => `passage.${column} AS "${column}"`))
    .where('passage.submissionId = :id', { id: submission.id })
    .orderBy('passage.id', 'ASC')
    .getRawMany<object>();
  const { run, state, compiledAt, createdAt, sections } = submission;
  const runs = inOrder(sections).map((section) => [section.key, section.run]);
  const hash = createHash('sha256').update(
    JSON.stringify([parts, run, runs, state, compiledAt ?? createdAt, rows]),
  );
  return { hash: hash.digest('hex'), passages: rows.length };
}
