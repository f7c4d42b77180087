import { Injectable } from '@nestjs/common';
import type { FieldMessage } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import type { Translate } from '../../platform/i18n/i18n.js';
import type { Plan } from '../../plans/plan/plan.entity.js';
import { fold } from '../../platform/i18n/fold.js';

export type Fields = Record<string, unknown>;

/** One thing on an item, as a plan has it: all it says, in the form the API takes. */
export interface PartRecord {
  id: string;
  itemId: string;
  fields: Fields;
}

/** The same as a file has it: whole, or as the cells of a row by their keys. */
export interface PartRow {
  /** Row of the sheet, or number in a JSON file, from 1. */
  row: number;
  id: string | null;
  itemId: string | null;
  itemCode: string;
  fields: Fields | null;
  cells: Record<string, string> | null;
  /** The file says no more of it than its title: one that is there stays as it is. */
  onlyTitle?: boolean;
}

/** Where things of a file belong once its items are in the plan. Null when several items have the code. */
export interface ItemLookup {
  byFileId: ReadonlyMap<string, string>;
  byCode: ReadonlyMap<string, string | null>;
}

export interface PartOutcome {
  row: number;
  kind: 'new' | 'changed' | 'same' | 'problem';
  /** Code of its item. */
  item: string;
  title: string;
  differences: { label: string; before: string; after: string }[];
  problems: { label: string | null; message: FieldMessage }[];
}

/** What an import would do with a part, and how it is done. */
export interface PreparedPart {
  key: string;
  label: string;
  outcomes: PartOutcome[];
  /** Call it in the transaction of the import, once the items are there. */
  write(actor: Actor): Promise<void>;
}

/** What a feature further right keeps on plan items, and what goes with the plan into a file and back. */
export interface PlanPart {
  /** Its name in files. */
  key: string;
  /** What it is called: a catalogue key. */
  label: string;
  /** Everything of it in a plan, in a steady order. Throws NotFoundError when the plan is not the actor's to read. */
  list(actor: Actor, planId: string): Promise<PartRecord[]>;
  cellsOf(fields: Fields): Record<string, string>;
  headingOf(key: string, t: Translate): string;
  /** `plan` is null for a new one. What the file does not have stays as it is. */
  prepare(
    actor: Actor,
    plan: Plan | null,
    rows: readonly PartRow[],
    places: ItemLookup,
  ): Promise<PreparedPart>;
  /** Something that differs whenever the part differs. */
  state(planId: string): Promise<unknown>;
}

/**
 * The parts that features further right bring: plans know nothing of indicators, yet a plan's file is not the plan
 * without them.
 */
@Injectable()
export class PlanParts {
  readonly all: PlanPart[] = [];

  add(part: PlanPart): void {
    if (this.all.some(({ key }) => key === part.key))
      throw new Error(`two parts of plans called ${part.key}`);
    this.all.push(part);
  }

  /** Of those that the file has anything of. */
  async prepare(
    actor: Actor,
    plan: Plan | null,
    rows: Readonly<Record<string, PartRow[]>>,
    places: ItemLookup,
  ): Promise<PreparedPart[]> {
    const prepared: PreparedPart[] = [];
    for (const part of this.all) {
      const own = rows[part.key] ?? [];
      if (own.length > 0) prepared.push(await part.prepare(actor, plan, own, places));
    }
    return prepared;
  }

  async state(planId: string): Promise<unknown[]> {
    const states: unknown[] = [];
    for (const part of this.all) states.push(await part.state(planId));
    return states;
  }
}

/** The item of the plan that a row of a file belongs to; null when there is none. */
export function itemOf({ itemId, itemCode }: PartRow, places: ItemLookup): string | null {
  const byId = itemId === null ? undefined : places.byFileId.get(itemId);
  return byId ?? (itemCode ? (places.byCode.get(fold(itemCode)) ?? null) : null);
}
