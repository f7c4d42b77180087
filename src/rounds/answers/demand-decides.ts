import { ForbiddenError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';

/**
 * What a delegation says to the secretariat, its own people say. Throws ForbiddenError for whoever holds a link that was
 * passed on: it writes.
 */
export function demandDecides({ link }: Actor): void {
  if (link?.passedOn) throw new ForbiddenError('error.answering.writesOnly');
}
