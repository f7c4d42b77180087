import type { Localized } from '../../../platform/i18n/localized.js';

/** What contents are put together from beside entries and plans, read for the kinds that a section asks for. */
export interface Material {
  priorities?: PriorityFacts[];
}

export interface PriorityFacts {
  id: string;
  itemId: string;
  setBy: string;
  note: Localized | null;
}
