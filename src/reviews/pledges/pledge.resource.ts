import type { Pledge } from './pledge.entity.js';

/** A pledge as it is listed. */
export function pledgeResource(pledge: Pledge) {
  const { id, mechanismId, name, language, kind, matches, nature, objectives } = pledge;
  const { participants, text, audience, file, version } = pledge;
  return {
    id,
    mechanismId,
    name,
    language,
    kind,
    matches,
    nature,
    objectives,
    participants,
    text,
    audience,
    file: file && { name: file.name, bytes: file.bytes },
    version,
  };
}

/** By itself: with how it stood, the latest first. */
export const wholePledge = (pledge: Pledge) => ({
  ...pledgeResource(pledge),
  updates: pledge.updates.map(({ standing, narrative, asOf }) => ({ standing, narrative, asOf })),
});
