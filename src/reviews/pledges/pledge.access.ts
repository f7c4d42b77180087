import { can } from '../../accounts/roles.js';
import type { Actor } from '../../platform/http/actor.js';
import type { PledgeAudience } from './vocabulary.js';

/** A draft is its secretariat's; what is open to the mechanism is read by those who read its documents. */
export function audiencesOf(actor: Actor, mechanismId: string): readonly PledgeAudience[] {
  if (can(actor, 'submissions.edit', mechanismId)) return ['secretariat', 'mechanism', 'public'];
  return can(actor, 'submissions.read', mechanismId) ? ['mechanism', 'public'] : ['public'];
}
