import { type EntityManager, In, MoreThan } from 'typeorm';
import { EntryEvidence, WORKING_TEXT } from '../entries/entry.entity.js';

/** Takes off the working text all evidence that was ever submitted; the reporter may add it again, piece by piece. */
export async function leaveSubmitted(manager: EntityManager, entryId: string): Promise<void> {
  const submitted = await manager.findBy(EntryEvidence, { entryId, number: MoreThan(WORKING_TEXT) });
  const evidenceId = In(submitted.map((row) => row.evidenceId));
  await manager.delete(EntryEvidence, { entryId, number: WORKING_TEXT, evidenceId });
}
