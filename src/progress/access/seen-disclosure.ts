import { can } from '../../accounts/roles.js';
import type { Actor } from '../../platform/http/actor.js';
import { acceptanceIn, type AcceptanceState } from '../acceptance/acceptance-state.js';
import type { Disclosure, Evidence } from '../entries/entry.entity.js';
import type { Visibility, Release } from '../entries/vocabulary.js';
import { isEditable } from '../entries/entry.workflow.js';
import { type Standing, standingThere } from '../words/entry-standing.js';
import { isOwnSubmission } from './own-submission.js';
import { numberThrough, type Sight, sightThrough } from './entry-sight.js';
import { type AboutItem, evidenceOf, isItemSeen, itemsOf, type WholeEntry } from './text-parts.js';

/** An entry in one mechanism, as far as the actor sees it there. */
export interface EntryDisclosure {
  mechanismId: string;
  sight: Sight;
  /** Of the text read here; 0 is the working text. What is below goes with it. */
  number: number;
  /** Whether it is reported here, and not linked; null to who only reads it. */
  home: boolean | null;
  /** What the secretariat here made of the last submitted version; null before the first. */
  state: AcceptanceState | null;
  /** How it stands here, for this reader. */
  standing: Standing;
  /** Version accepted here last; 0 while none is. */
  acceptedVersion: number;
  visibility: Visibility | null;
  release: Release | null;
  comment: string | null;
  /** Whether the actor may answer the last submitted version for this mechanism's secretariat. */
  answerable: boolean;
  /** Its items in the plans here. */
  items: AboutItem[];
  evidence: Evidence[];
}

export function disclosuresSeen(
  actor: Actor,
  { entry, versions, items, evidence, keptBack }: WholeEntry,
): EntryDisclosure[] {
  const isHome = ({ mechanismId }: Disclosure) => mechanismId === entry.mechanismId;
  const last = versions.find((one) => one.number === entry.submittedVersion);
  return [...entry.disclosures]
    .sort((a, b) => Number(isHome(b)) - Number(isHome(a)) || order(a.mechanismId, b.mechanismId))
    .flatMap((disclosure): EntryDisclosure[] => {
      const sight = sightThrough(actor, entry, disclosure);
      if (!sight) return [];
      const { mechanismId, visibility, release, acceptedVersion } = disclosure;
      const number = numberThrough(sight, entry, disclosure);
      const party = sight !== 'accepted';
      const state = acceptanceIn(entry, disclosure);
      const said = isHome(disclosure) ? last?.comment : disclosure.comment;
      return [
        {
          mechanismId,
          sight,
          number,
          home: party ? isHome(disclosure) : null,
          state: party ? state : 'accepted',
          standing: standingThere({ ...entry, sight, keptBack }, { home: isHome(disclosure), answer: state }),
          acceptedVersion: party ? acceptedVersion : 0,
          visibility: party ? visibility : null,
          release: party ? release : null,
          comment: (party && said) || null,
          answerable:
            party &&
            state === 'submitted' &&
            // Whoever rewrites it has other things to do than to accept what it said before.
            !(sight === 'own' && isEditable(entry.state)) &&
            !isOwnSubmission(actor, entry, last) &&
            can(actor, 'progress.accept', mechanismId),
          items: itemsOf(items, number).filter(
            (item) => item.plan.mechanismId === mechanismId && isItemSeen(actor, entry, item),
          ),
          evidence: evidenceOf(evidence, number),
        },
      ];
    });
}

const order = (a: string, b: string) => (a < b ? -1 : Number(a > b));
