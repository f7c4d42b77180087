import { Injectable } from '@nestjs/common';
import type { JSX } from 'preact';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from '../http/actor.js';

/** Draws one panel for what the actor may see; null when there is nothing to show. */
export type Panel = (actor: Actor, subjectId: string) => Promise<JSX.Element | null>;

/** The rows without which a panel has nothing to show. */
export interface PanelRows {
  /**
   * A SELECT that finds one of them: `:subject` is what the page is about, `:account` whose page it is. It may find more
   * than the actor may see, never less; what may be seen is the panel's to ask.
   */
  rows: string;
  /** Drawn in its place when there are none. */
  empty?: Panel;
}

interface Placed extends Partial<PanelRows> {
  order: number;
  panel: Panel;
}

/**
 * Parts of pages that features further down add. A feature never imports one below it, so the page of
 * a mechanism cannot ask for its plans; the plans bring their panel.
 */
@Injectable()
export class Panels {
  private readonly panels = new Map<string, Placed[]>();

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * `page` names a page (`mechanism`, `plan`, `objective`, `item`, `entry`, `entry-new` (about a mechanism and a voice), `entry-release`, `meeting`, `practice`, `support`, `round`,
   * `delegation`, `account` (somebody's, for administrators), `own-account`, `state`), or a part of one: `home-top`, `home-main`, `home` (somebody's tasks, also on an overview),
   * `overview-steps`, `overview-tasks`, `overview-side`, `overview-wide`; panels show in ascending `order`. Most panels of most pages have nothing
   * to show: those that name their `rows` are asked for together, in one statement, and only who has some is asked.
   */
  add(page: string, order: number, panel: Panel, rows?: PanelRows): void {
    const here = this.panels.get(page) ?? [];
    here.push({ order, panel, ...rows });
    this.panels.set(
      page,
      here.sort((a, b) => a.order - b.order),
    );
  }

  async render(page: string, actor: Actor, subjectId: string): Promise<JSX.Element[]> {
    const [drawn] = await this.renderAll([page], actor, subjectId);
    return drawn!;
  }

  /** The panels of several parts of one page, in the order of the parts. */
  renderAll(pages: readonly string[], actor: Actor, subjectId: string): Promise<JSX.Element[][]> {
    const parts = pages.map((page) => this.panels.get(page) ?? []);
    const filled = this.filled(parts.flat(), { subject: subjectId, account: actor.accountId });
    const draw = async (placed: Placed) => {
      const { rows, panel, empty } = placed;
      if (rows === undefined || (await filled).has(placed)) return panel(actor, subjectId);
      return empty ? empty(actor, subjectId) : null;
    };
    return Promise.all(
      parts.map(async (part) => (await Promise.all(part.map(draw))).filter((node) => node !== null)),
    );
  }

  /** Those that have rows, of all that say which. */
  private async filled(here: readonly Placed[], values: Record<string, unknown>): Promise<Set<Placed>> {
    const asking = here.filter(({ rows }) => rows !== undefined);
    if (asking.length === 0) return new Set();
    const { read } = this.unitOfWork;
    const columns = asking.map(({ rows }, index) => `EXISTS (${rows}) AS "panel${index}"`);
    const { driver } = read.dataSource;
    const [row] = await read.query<Record<string, unknown>[]>(
      ...driver.escapeQueryWithParameters(`SELECT ${columns.join(', ')}`, values),
    );
    // SQLite answers 0 and 1, PostgreSQL a boolean.
    return new Set(asking.filter((_, index) => Boolean(row?.[`panel${index}`])));
  }
}
