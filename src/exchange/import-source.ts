import type { Layout } from './match/layout.js';
import type { PlanContent } from './read/plan-content.js';

/** A file, how it is read, and where it goes. */
export interface ImportSource {
  mechanismId: string;
  /** Null for a new plan. */
  planId: string | null;
  fileName: string;
  content: PlanContent;
  layout: Layout;
  /** A new plan's own fields, over what the file says of it. */
  plan: Record<string, unknown> | null;
}
