import type { ShownDeed } from '../gate/deed.js';
import type { Mechanism } from '../mechanisms/mechanism/mechanism.entity.js';
import type { Day } from '../platform/i18n/day.js';
import type { Clearance, ClearanceEvent, WayStep } from './clearance.entity.js';

/** What is on its way, or was, as the people of its delegation see it. */
export interface SeenClearance {
  clearance: Clearance;
  shown: ShownDeed;
  /** Of the delegation whose words they are. */
  mechanism: Mechanism;
  /** The step it waits at; null when it does not wait. */
  waiting: Waiting | null;
  /** What was done, oldest first, the ways before this one included. */
  events: ClearanceEvent[];
}

export interface Waiting {
  step: WayStep;
  /** Names of those who are asked. */
  asked: string[];
  /** The owner no longer speaks for the delegation, so any of its people may pass the step. */
  open: boolean;
  /** Last day of the step's term; null when it has none. */
  lastDay: Day | null;
  over: boolean;
  /** Whether the actor may pass it on or send it back. */
  mine: boolean;
}
