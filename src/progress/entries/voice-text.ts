import { demand, type Voice, voicesIn } from '../../accounts/roles.js';
import { InvalidError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';

/** A voice as a form and the API name it: `secretariat`, `state:MAR`. */
export const voiceText = (voice: Voice) =>
  voice.subject === null ? voice.kind : `${voice.kind}:${voice.subject}`;

/** The voice an actor asks to report in. Throws NotFoundError, ForbiddenError, or InvalidError on `as`. */
export function spokenFor(actor: Actor, { mechanismId, as }: { mechanismId: string; as: string }): Voice {
  demand(actor, 'progress.write', mechanismId, 'mechanism');
  const voice = voicesIn(actor, mechanismId).find((one) => voiceText(one) === as);
  if (!voice) throw InvalidError.field('as', 'error.voice');
  return voice;
}
