import { can } from '../../accounts/roles.js';
import { ConflictError, ForbiddenError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { acceptanceIn } from '../acceptance/acceptance-state.js';
import type { Disclosure, Entry } from '../entries/entry.entity.js';
import { sightThrough } from './entry-sight.js';
import { disclosureIn } from './load-entry.js';

/**
 * Where the actor's secretariat has a version to answer; where the entry is reported comes first. Throws NotFoundError,
 * ForbiddenError, or ConflictError when nothing waits.
 */
export function disclosureToAnswer(actor: Actor, entry: Entry, mechanismId?: string | null): Disclosure {
  const named = mechanismId ? [disclosureIn(entry, mechanismId)] : entry.disclosures;
  const seen = named.filter((disclosure) => sightThrough(actor, entry, disclosure) !== null);
  if (seen.length === 0) throw new NotFoundError('entry');
  const mine = seen.filter((disclosure) => can(actor, 'progress.accept', disclosure.mechanismId));
  if (mine.length === 0) throw new ForbiddenError();
  const home = ({ mechanismId: id }: Disclosure) => Number(id === entry.mechanismId);
  const open = mine
    .filter((disclosure) => acceptanceIn(entry, disclosure) === 'submitted')
    .sort((a, b) => home(b) - home(a));
  if (!open[0]) throw new ConflictError('error.entryMove');
  return open[0];
}
