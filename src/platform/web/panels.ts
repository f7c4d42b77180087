import { Injectable } from '@nestjs/common';
import type { JSX } from 'preact';
import type { Actor } from '../http/actor.js';

/** Draws one panel for what the actor may see; null when there is nothing to show. */
export type Panel = (actor: Actor, subjectId: string) => Promise<JSX.Element | null>;

/**
 * Places on pages that features further right fill. A feature never imports one to its right, so the page of
 * a mechanism cannot ask for its plans; the plans bring their panel.
 */
@Injectable()
export class Panels {
  private readonly panels = new Map<string, { order: number; panel: Panel }[]>();

  /** `place` names a page (`mechanism`, `plan`, `objective`, `item`, `entry`, `round`, `delegation`, `home`, `home-top`); panels show in ascending `order`. */
  add(place: string, order: number, panel: Panel): void {
    const here = this.panels.get(place) ?? [];
    here.push({ order, panel });
    this.panels.set(
      place,
      here.sort((a, b) => a.order - b.order),
    );
  }

  async render(place: string, actor: Actor, subjectId: string): Promise<JSX.Element[]> {
    const here = this.panels.get(place) ?? [];
    const drawn = await Promise.all(here.map(({ panel }) => panel(actor, subjectId)));
    return drawn.filter((node) => node !== null);
  }
}
