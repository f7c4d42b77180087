import { meetingResource } from '../meeting/meeting.resource.js';
import { ownerShort } from './addressees.js';
import type { Decision } from './decision.entity.js';

const wordsOf = ({ number, verb, ownVerb, addressees, text, dueDay }: Omit<Decision, 'meeting'>) => ({
  number,
  verb,
  ownVerb,
  addressees: addressees.map(ownerShort),
  text,
  dueDay,
});

/** A decision as the API shows it, with the items the actor may read. */
export const decisionResource = (decision: Decision) => ({
  id: decision.id,
  meetingId: decision.meetingId,
  position: decision.position,
  ...wordsOf(decision),
  items: decision.items.map(({ itemId }) => itemId),
  version: decision.version,
});

/** A decision on a plan item's side: with the meeting it was taken at. */
export const decisionAboutResource = ({ meeting, ...decision }: Decision) => ({
  id: decision.id,
  ...wordsOf(decision),
  meeting: meetingResource(meeting),
});
