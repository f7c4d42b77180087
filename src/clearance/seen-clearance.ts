import type { Mechanism } from '../mechanisms/mechanism/mechanism.entity.js';
import type { Day } from '../platform/i18n/day.js';
import type { SeenEntry } from '../progress/access/seen-entry.js';
import type { Clearance, ClearanceEvent, WayStep } from './clearance.entity.js';

/** A text on its way, or that was, as the people of its delegation see it. */
export interface SeenClearance {
  clearance: Clearance;
  entry: SeenEntry;
  /** Where the entry is reported. */
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
