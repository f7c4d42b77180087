import type { Sight } from '../access/entry-sight.js';
import type { AcceptanceState } from '../acceptance/acceptance-state.js';
import type { EntryState } from '../entries/vocabulary.js';

/**
 * How an entry stands for one reader. Every page, list, mail and answer of the API takes the word from here: it is the
 * text `entryState.<standing>`.
 */
export const STANDINGS = [
  'draft',
  'in-clearance',
  'in-revision',
  'submitted',
  'accepted',
  'returned',
  'not-taken-up',
  'withdrawn',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** What a standing depends on; what the reader does not know of it counts for nothing. */
export interface Stood {
  sight: Sight;
  /** Of the entry; its reporter's to know, but that a withdrawn one is nobody else's. */
  state: EntryState;
  /** Whether its delegation is still clearing the working text; its reporter's to know. */
  keptBack: boolean;
  /** Of the last submitted version; 0 while nothing stands as submitted. */
  submittedVersion: number;
}

/** Of the entry in one of the mechanisms it is in. */
export interface StoodThere {
  /** Whether it is reported there, and not linked. */
  home: boolean;
  /** What the secretariat there made of the last submitted version; null while none stands. */
  answer: AcceptanceState | null;
}

/** Of an entry as a whole, to the people it is from: how the text they work on stands. To others it is `standingThere`. */
export function standingOf({ state, keptBack, submittedVersion }: Omit<Stood, 'sight'>): Standing {
  if (state === 'draft' || state === 'returned') {
    if (keptBack) return 'in-clearance';
    if (state === 'draft' && submittedVersion > 0) return 'in-revision';
  }
  return state;
}

/** In one mechanism: how what was submitted stands there, or the whole where nothing does. */
export function standingThere(stood: Stood, { home, answer }: StoodThere): Standing {
  if (stood.state === 'withdrawn') return 'withdrawn';
  // Its readers see nothing but what was accepted, whatever became of it since.
  if (stood.sight === 'accepted') return 'accepted';
  if (answer === null) return standingOf(stood);
  return answer === 'returned' && !home ? 'not-taken-up' : answer;
}
