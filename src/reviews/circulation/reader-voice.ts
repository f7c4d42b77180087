import { States } from '../../accounts/states.js';
import type { Actor, Grant } from '../../platform/http/actor.js';
import { translator } from '../../platform/i18n/i18n.js';

/** For whom somebody with this role reads what is circulated; null where nothing is shown to them for comments. */
export function readerVoice({ role, subject }: Pick<Grant, 'role' | 'subject'>): string | null {
  if (role === 'chair') return 'chair';
  return role === 'focal-point' ? `state:${subject}` : null;
}

/** For whom an actor reads in a mechanism. */
export const readerVoices = (actor: Actor, mechanismId: string): string[] =>
  actor.grants.flatMap((grant) => (grant.scope === mechanismId && readerVoice(grant)) || []);

export const readerName = (voice: string, language: string): string =>
  voice === 'chair'
    ? translator(language)('owner.chair')
    : States.name(voice.slice('state:'.length), language);
