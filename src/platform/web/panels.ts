import { Injectable } from '@nestjs/common';
import type { JSX } from 'preact';
import type { Actor } from '../http/actor.js';

/** Draws one panel for what the actor may see; null when there is nothing to show. */
export type Panel = (actor: Actor, subjectId: string) => Promise<JSX.Element | null>;

/**
 * Parts of pages that features further down add. A feature never imports one below it, so the page of
 * a mechanism cannot ask for its plans; the plans bring their panel.
 */
@Injectable()
export class Panels {
  private readonly panels = new Map<string, { order: number; panel: Panel }[]>();

  /** `page` names a page (`mechanism`, `plan`, `objective`, `item`, `entry`, `entry-release`, `practice`, `support`, `round`, `delegation`, `account`, `home`, `home-top`); panels show in ascending `order`. */
  add(page: string, order: number, panel: Panel): void {
    const here = this.panels.get(page) ?? [];
    here.push({ order, panel });
    this.panels.set(
      page,
      here.sort((a, b) => a.order - b.order),
    );
  }

  async render(page: string, actor: Actor, subjectId: string): Promise<JSX.Element[]> {
    const here = this.panels.get(page) ?? [];
    const drawn = await Promise.all(here.map(({ panel }) => panel(actor, subjectId)));
    return drawn.filter((node) => node !== null);
  }
}
