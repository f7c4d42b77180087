import { type EntityManager, In, IsNull, Not } from 'typeorm';
import type { History } from '../../platform/database/history.js';
import type { Actor } from '../../platform/http/actor.js';
import { isEditable } from '../../progress/entries/entry.workflow.js';
import { type RoundAddressee, RoundAnswer } from '../round/round.entity.js';
import { Transcript } from './transcript.entity.js';
import { transcriptEvent } from './transcript-event.js';

/**
 * Lets the secretariat know what an addressee confirmed while the delegation was still clearing it: now that all of it is
 * handed in. Call inside the unit of work that handed something in.
 */
export async function confirmCleared(
  manager: EntityManager,
  history: History,
  actor: Actor,
  addressee: RoundAddressee,
): Promise<void> {
  const where = { addresseeId: addressee.id, state: 'waiting' as const, decidedAt: Not(IsNull()) };
  const transcript = await manager.findOneBy(Transcript, where);
  if (!transcript) return;
  const answers = await manager.find(RoundAnswer, {
    where: { id: In(Object.keys(transcript.answers)) },
    relations: { entry: true },
  });
  if (!answers.every(({ entry }) => !entry || !isEditable(entry.state))) return;
  const { id, version } = transcript;
  const moved = await manager.update(
    Transcript,
    { ...where, id, version },
    { state: 'confirmed', version: version + 1 },
  );
  if (moved.affected) await history.record(actor, transcriptEvent('confirm', addressee, transcript));
}
