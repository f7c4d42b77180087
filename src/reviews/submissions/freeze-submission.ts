import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { documentLogo } from '../../mechanisms/look/look.js';
import { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { insertAll } from '../../platform/database/in-slices.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { FrozenEntry } from './frozen-entry.entity.js';
import { type Submission, SubmissionFreeze } from './submission.entity.js';
import { frozenText, textOf } from '../document/submission-text.js';

/** Keeps the text as it stands, for good, under the next number, and beside it what it was made from. Call inside the transaction that submits it. */
export async function freezeSubmission(
  manager: EntityManager,
  submission: Submission,
  now: Date,
  { accountId }: Actor,
): Promise<{ number: number; hash: string }> {
  const { id: submissionId, mechanismId } = submission;
  const text = textOf(submission);
  if (!text) throw new NotFoundError('document');
  const mechanism = await manager.findOneByOrFail(Mechanism, { id: mechanismId });
  const logo = documentLogo(mechanism, submission.language);
  const content = { ...frozenText(text, now, mechanism.zone), ...(logo && { logo }) };
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const number = (await manager.countBy(SubmissionFreeze, { submissionId })) + 1;
  const row = { id: uuid(), submissionId, number, content, hash, frozenAt: now, frozenBy: accountId };
  await manager.insert(SubmissionFreeze, row);
  const sources = submission.compiled?.sources ?? [];
  const rows = sources.map(({ id: entryId, attributed }) => ({ freezeId: row.id, entryId, attributed }));
  await insertAll(manager, FrozenEntry, rows);
  return { number, hash };
}
