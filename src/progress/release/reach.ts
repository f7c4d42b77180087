import type { SeenEntry } from '../access/seen-entry.js';
import type { EntryDisclosure } from '../access/seen-disclosure.js';
import type { Release } from '../entries/vocabulary.js';

/** Where the next submitted version will be seen, by whom, and how documents may use it: one for each mechanism. */
export interface Reach {
  mechanismId: string;
  linked: boolean;
  /** From submission on. `delegation`: the reporter's people in a mechanism it is linked to. */
  onSubmission: ('secretariat' | 'delegation')[];
  /** Once the secretariat there accepts it; null: nobody else. */
  onceAccepted: 'members' | 'public' | null;
  documents: Release;
}

/** What the reporter is shown before a change is submitted; empty for anybody else, who learns of no other mechanism. */
export function reachOf({ sight, places }: Pick<SeenEntry, 'sight' | 'places'>): Reach[] {
  return sight === 'own' ? places.map(reachIn) : [];
}

/** The same for one mechanism, by what is chosen there or would be. */
export function reachIn({
  mechanismId,
  home,
  visibility,
  release,
}: Pick<EntryDisclosure, 'mechanismId' | 'home' | 'visibility' | 'release'>): Reach {
  return {
    mechanismId,
    linked: !home,
    onSubmission: home ? ['secretariat'] : ['secretariat', 'delegation'],
    onceAccepted: visibility === 'public' ? 'public' : visibility === 'mechanism' ? 'members' : null,
    documents: release ?? 'none',
  };
}
