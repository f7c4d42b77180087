import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { documentLogo } from '../../mechanisms/look/look.js';
import { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { insertAll } from '../../platform/database/in-slices.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { languagesOf } from '../compilation/ask.js';
import { documentOf } from '../document/document-of.js';
import { partsOf, submittedStanding } from '../document/document-parts.js';
import { type FrozenDocuments, withSources } from '../document/frozen.js';
import { shownPassages } from '../document/shown-passages.js';
import { loadPassages } from '../passages/passage-store.js';
import { FrozenEntry } from './frozen-entry.entity.js';
import { type Submission, SubmissionFreeze } from './submission.entity.js';

interface Freezing {
  now: Date;
  actor: Actor;
  /** Ids of the passages that are in no document. */
  masked: ReadonlySet<string>;
}

/**
 * Keeps the document as it stands, for good, in all its languages, under the next number, and beside it which entries it
 * was made from. Call inside the transaction that submits it.
 */
export async function freezeSubmission(
  manager: EntityManager,
  submission: Submission,
  { now, actor: { accountId }, masked }: Freezing,
): Promise<{ number: number; hash: string }> {
  const { id: submissionId, mechanismId, language: original } = submission;
  const passages = await loadPassages(manager, submissionId);
  const parts = partsOf(submission, passages, masked);
  if (!parts) throw new NotFoundError('document');
  const mechanism = await manager.findOneByOrFail(Mechanism, { id: mechanismId });
  const logo = documentLogo(mechanism, original);
  const versions = languagesOf(submission).map((language) => {
    const document = documentOf({ ...parts, ...submittedStanding(now, mechanism.zone, language) }, language);
    return [language, withSources(document, passages)] as const;
  });
  const content: FrozenDocuments = {
    ...(logo && { logo }),
    original,
    versions: Object.fromEntries(versions),
  };
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const number = (await manager.countBy(SubmissionFreeze, { submissionId })) + 1;
  const row = { id: uuid(), submissionId, number, content, hash, frozenAt: now, frozenBy: accountId };
  await manager.insert(SubmissionFreeze, row);
  const entries = new Map<string, boolean>();
  for (const { sources } of shownPassages(parts))
    for (const { kind, id, named = false } of sources)
      if (kind === 'entry') entries.set(id, named || (entries.get(id) ?? false));
  // One that was deleted since may stand behind words that the secretariat wrote.
  const rows = [...entries].map(([entryId, attributed]) => ({ freezeId: row.id, entryId, attributed }));
  await insertAll(manager, FrozenEntry, rows);
  return { number, hash };
}
