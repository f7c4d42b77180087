import type { Transcript } from './transcript.entity.js';

/** For the secretariat and for the delegation; nobody else learns that there is one. */
export const transcriptResource = (one: Transcript) => ({
  id: one.id,
  addresseeId: one.addresseeId,
  way: one.way,
  receivedDay: one.receivedDay,
  answers: one.answers,
  state: one.state,
  enteredBy: one.enteredName,
  enteredAt: one.enteredAt,
  // While it waits, who confirmed it is the delegation's to know.
  decidedBy: one.state === 'waiting' ? null : one.decidedName,
  decidedAt: one.state === 'waiting' ? null : one.decidedAt,
  reason: one.reason,
  version: one.version,
});
