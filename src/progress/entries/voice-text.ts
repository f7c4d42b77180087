import { type Voice, voicesIn } from '../../accounts/roles.js';
import type { Actor } from '../../platform/http/actor.js';
import { InvalidError } from '../../platform/errors.js';

export const voiceText = (voice: Voice) =>
  voice.subject === null ? voice.kind : `${voice.kind}:${voice.subject}`;
export function spokenFor(actor: Actor, mechanismId: string, as: string): Voice {
  const voice = voicesIn(actor, mechanismId).find((one) => voiceText(one) === as);
  if (!voice) throw InvalidError.field('as', 'error.voice');
  return voice;
}
