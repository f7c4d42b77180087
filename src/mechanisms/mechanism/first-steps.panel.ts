import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { can } from '../../accounts/roles.js';
import type { TextKey } from '../../platform/i18n/i18n.js';
import { type Panel, Panels } from '../../platform/web/panels.js';
import { FirstStep } from './views/first-steps.js';

/** One thing that a secretariat does once, to begin with. */
interface Step {
  label: TextKey;
  /** After the address of the mechanism. */
  path: string;
  /** A SELECT that finds a row when it is done; `:subject` is the mechanism. */
  done: string;
}

/** What a secretariat that begins has to do, named by the features that do it; it sees them until all are done. */
@Injectable()
export class FirstSteps {
  constructor(private readonly panels: Panels) {}

  add(order: number, { label, path, done: rows }: Step): void {
    const step =
      (done: boolean): Panel =>
      async (actor, mechanismId) =>
        can(actor, 'mechanism.edit', mechanismId)
          ? h(FirstStep, { label, href: `/mechanisms/${mechanismId}${path}`, done })
          : null;
    this.panels.add('overview-steps', order, step(true), { rows, empty: step(false) });
  }
}
