import type { Wording } from './wording.entity.js';

export const wordingResource = (one: Wording) => ({
  id: one.id,
  objective: one.objective,
  language: one.language,
  text: one.text,
  source: one.source,
  enteredBy: one.enteredBy,
  enteredAt: one.enteredAt,
  version: one.version,
});
