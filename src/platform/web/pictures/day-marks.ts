import { Injectable } from '@nestjs/common';
import type { Actor } from '../../http/actor.js';
import type { Day } from '../../i18n/day.js';
import type { TextKey } from '../../i18n/i18n.js';
import type { Localized } from '../../i18n/localized.js';
import type { Mark } from '../design/status.js';

/** Days from..until, both included. */
export interface Span {
  from: Day;
  until: Day;
}

/** Something with a day, as calendars and lines of time show it. */
export interface DayMark extends Span {
  text: string | Localized;
  href: string;
  /** Whether it is on these days; else some time within them. */
  exact: boolean;
}

export interface MarkKind {
  name: string;
  label: TextKey;
  /** Its shape: kinds differ by it, not by colour alone. */
  shape: Mark;
}

export interface KindOfMarks extends MarkKind {
  marks: readonly DayMark[];
}

/** What the actor may know of a place within the days; it may find more than that span. */
type MarksFor = (actor: Actor, placeId: string, span: Span) => Promise<DayMark[]>;

/** What has a day: each feature adds its own kind, pictures of time ask for all of them. */
@Injectable()
export class DayMarks {
  private readonly kinds: { kind: MarkKind; order: number; load: MarksFor }[] = [];

  add(order: number, kind: MarkKind, load: MarksFor): void {
    this.kinds.push({ kind, order, load });
    this.kinds.sort((a, b) => a.order - b.order);
  }

  /** By kind, the earliest first; kinds without any are left out. */
  async within(actor: Actor, placeId: string, span: Span, but?: string): Promise<KindOfMarks[]> {
    const asked = this.kinds.filter(({ kind }) => kind.name !== but);
    const found = await Promise.all(
      asked.map(async ({ kind, load }) => ({ ...kind, marks: await load(actor, placeId, span) })),
    );
    return found
      .map((kind) => ({
        ...kind,
        marks: kind.marks
          .filter(({ from, until }) => from <= span.until && until >= span.from)
          .sort((a, b) => a.from.localeCompare(b.from) || a.href.localeCompare(b.href)),
      }))
      .filter(({ marks }) => marks.length > 0);
  }
}
