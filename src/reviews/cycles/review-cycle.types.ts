import type { Localized } from '../../platform/i18n/localized.js';
import type { ShippedCycle, ShippedMilestone } from './review-cycles.data.js';

/** What an administrator keeps of a cycle or a milestone, beside what is known of it. */
interface Kept {
  /** As an administrator calls it; null for the label of its kind. */
  readonly name: Localized | null;
  /** True for what an administrator added. */
  readonly own: boolean;
  /** Whether its days, source and doubts are in an administrator's words; those that are shipped are English. */
  readonly entered: boolean;
}

export interface Milestone extends ShippedMilestone, Kept {}

export interface ReviewCycle extends Omit<ShippedCycle, 'name' | 'milestones'>, Kept {
  readonly milestones: readonly Milestone[];
  /** Of the cycle with its milestones. */
  readonly version: number;
}
