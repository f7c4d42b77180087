import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { can } from '../../accounts/roles.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { TextKey } from '../../platform/i18n/i18n.js';
import { Panels } from '../../platform/web/panels.js';
import { type FirstStep, Steps } from './views/first-steps.js';

/** One thing that a secretariat does once, to begin with. */
interface Step {
  order: number;
  label: TextKey;
  /** After the address of the mechanism. */
  path: string;
  /** A SELECT that finds a row when it is done; `:subject` is the mechanism. */
  done: string;
}

/** What a secretariat that begins has to do, named by the features that do it; shown until all of it is done. */
@Injectable()
export class FirstSteps {
  private readonly steps: Step[] = [];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly panels: Panels,
  ) {}

  add(order: number, step: Omit<Step, 'order'>): void {
    this.steps.push({ order, ...step });
    this.steps.sort((a, b) => a.order - b.order);
  }

  /** Once all features have named theirs. */
  show(): void {
    const undone = this.steps.map(({ done }) => `NOT EXISTS (${done})`).join(' OR ');
    this.panels.add(
      'overview-top',
      10,
      async (actor, mechanismId) => {
        if (!can(actor, 'mechanism.edit', mechanismId)) return null;
        return h(Steps, { mechanismId, steps: await this.of(mechanismId) });
      },
      { rows: `SELECT 1 WHERE ${undone}` },
    );
  }

  private async of(mechanismId: string): Promise<FirstStep[]> {
    const { read } = this.unitOfWork;
    const columns = this.steps.map(({ done }, index) => `EXISTS (${done}) AS "step${index}"`);
    const [row] = await read.query<Record<string, unknown>[]>(
      ...read.dataSource.driver.escapeQueryWithParameters(`SELECT ${columns.join(', ')}`, {
        subject: mechanismId,
      }),
    );
    // SQLite answers 0 and 1, PostgreSQL a boolean.
    return this.steps.map(({ label, path }, index) => ({
      label,
      path,
      done: Boolean(row?.[`step${index}`]),
    }));
  }
}
