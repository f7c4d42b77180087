import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/http/actor.js';
import { loadWhole } from './load-whole.js';
import { seenBy, type SeenEntry } from './seen-entry.js';

/** Those of these ids that the actor sees, in their order. */
export async function loadSeen(
  read: EntityManager,
  actor: Actor,
  ids: readonly string[],
  shownIn?: string,
): Promise<SeenEntry[]> {
  const whole = await loadWhole(read, ids);
  return whole.flatMap((one) => seenBy(actor, one, shownIn) ?? []);
}
