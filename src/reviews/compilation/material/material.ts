import type { Picture } from '../../../platform/documents/document.js';
import type { Localized } from '../../../platform/i18n/localized.js';
import type { Indicator, Reading } from '../../../indicators/indicator.entity.js';
import type { Decision } from '../../../meetings/decisions/decision.entity.js';
import type { AgendaItem, Meeting } from '../../../meetings/meeting/meeting.entity.js';
import type { ItemOwner, ItemReference, PlanItem } from '../../../plans/plan/plan.entity.js';
import type { Practice } from '../../../practices/practice.entity.js';

/** What contents are put together from beside entries and plans, read for the kinds that a section asks for. */
export interface Material {
  /** Of items, what a table shows of them. */
  items?: ReadonlyMap<string, TableItem>;
  indicators?: readonly { indicator: Indicator; readings: readonly Reading[] }[];
  practices?: readonly Practice[];
  meetings?: readonly HeldMeeting[];
  /** The meeting that the document is about. */
  record?: HeldMeeting & { agenda: readonly AgendaItem[] };
  priorities?: readonly PriorityFacts[];
  /** By what they show, then by language; empty where nothing can be drawn. */
  pictures?: ReadonlyMap<string, ReadonlyMap<string, Picture>>;
}

export type TableItem = Pick<
  PlanItem,
  'deliverables' | 'whenPrecision' | 'whenStart' | 'whenEnd' | 'whenText'
> & {
  owners: readonly Pick<ItemOwner, 'kind' | 'subject'>[];
  references: readonly Pick<ItemReference, 'framework' | 'code'>[];
  indicators: readonly Pick<Indicator, 'code' | 'title'>[];
};

export interface HeldMeeting {
  meeting: Meeting;
  decisions: readonly Decision[];
}

export interface PriorityFacts {
  itemId: string;
  setBy: string;
  note: Localized | null;
}
