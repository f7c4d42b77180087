import type { Change } from '../../platform/database/history.js';
import type { RoundAddressee } from '../round/round.entity.js';
import type { Transcript } from './transcript.entity.js';

/** In the mechanism's history, which its secretariat reads: what became of it, and nothing that it says. */
export const transcriptEvent = (
  verb: string,
  { id, kind, subject, round }: RoundAddressee,
  { way, receivedDay }: Pick<Transcript, 'way' | 'receivedDay'>,
): Change => ({
  action: `transcript.${verb}`,
  subjectKind: 'round-addressee',
  subjectId: id,
  scope: round.mechanismId,
  after: { kind, subject, way, receivedDay },
});
