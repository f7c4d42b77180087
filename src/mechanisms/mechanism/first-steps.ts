import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { TextKey } from '../../platform/i18n/i18n.js';

/** One thing that a secretariat does once, to begin with. */
interface Step {
  order: number;
  label: TextKey;
  /** After the address of the mechanism. */
  path: string;
  /** A SELECT that finds a row when it is done; `:place` is the mechanism. */
  done: string;
}

export interface FirstStep extends Pick<Step, 'label' | 'path'> {
  done: boolean;
}

/** What a secretariat that begins has to do, named by the features that do it; asked in one statement. */
@Injectable()
export class FirstSteps {
  private readonly steps: Step[] = [];

  constructor(private readonly unitOfWork: UnitOfWork) {}

  add(order: number, step: Omit<Step, 'order'>): void {
    this.steps.push({ order, ...step });
    this.steps.sort((a, b) => a.order - b.order);
  }

  /** In their order, with what is done; none once all of it is. */
  async of(mechanismId: string): Promise<FirstStep[]> {
    const { read } = this.unitOfWork;
    const columns = this.steps.map(({ done }, index) => `EXISTS (${done}) AS "step${index}"`);
    const [row] = await read.query<Record<string, unknown>[]>(
      ...read.dataSource.driver.escapeQueryWithParameters(`SELECT ${columns.join(', ')}`, {
        place: mechanismId,
      }),
    );
    // SQLite answers 0 and 1, PostgreSQL a boolean.
    const steps = this.steps.map(({ label, path }, index) => ({
      ...{ label, path },
      done: Boolean(row?.[`step${index}`]),
    }));
    return steps.every(({ done }) => done) ? [] : steps;
  }
}
