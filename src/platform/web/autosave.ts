import { setTimeout as pause } from 'node:timers/promises';
import type { VNode } from 'preact';
import { ConflictError, DomainError, InvalidError } from '../errors.js';
import { unflatten } from '../http/unflatten.js';
import { type Fragment, fragment } from './page.js';

/** So many forms are remembered. */
const REMEMBERED = 1000;

interface Stored {
  id: string;
  version: number;
}

/** What an open form asks to have saved. */
interface Save<T extends Stored> {
  /** By which the form knows itself; something new gets it as its id. Without it nothing is remembered. */
  key: string | undefined;
  /** What the form knows to be changing, and which version of it; none while it has heard of no save. */
  known: Stored | undefined;
  /** What was begun under the form's key and is this person's to change; null when there is none. */
  find: (key: string) => Promise<Stored | null>;
  create: (id: string | undefined) => Promise<T>;
  change: (id: string, version: number) => Promise<T>;
}

/**
 * Saves of forms that save as one types, and may send again before they heard of the last save. What is sent while
 * something new is saved for the first time means one thing, since its id is the form's key; and what the same form
 * saved by itself a moment ago is no change by somebody else.
 */
export class OpenForms {
  /** The version each form saved last. Lost with the process: then a conflict is shown, and nothing is lost. */
  private readonly versions = new Map<string, number>();

  /** Throws what `create` and `change` throw; ConflictError only when it was somebody else. */
  async save<T extends Stored>({ key, known, find, create, change }: Save<T>): Promise<T> {
    const begun = known ?? (key ? await find(key) : null);
    if (!begun) return this.begin({ key, known, find, create, change });
    const version = known?.version ?? this.versions.get(key!) ?? 1;
    try {
      return this.remember(key, await change(begun.id, version));
    } catch (error) {
      const lately = error instanceof ConflictError && key ? await this.savedLately(key) : undefined;
      if (lately === undefined || lately === version) throw error;
      return this.remember(key, await change(begun.id, lately));
    }
  }

  private async begin<T extends Stored>({ key, find, create, change }: Save<T>): Promise<T> {
    try {
      return this.remember(key, await create(key));
    } catch (error) {
      if (error instanceof DomainError || !key) throw error;
      // An id that is taken, and not by this person, is no id for something new; it gets another.
      const begun = await find(key);
      if (!begun) return create(undefined);
      return this.remember(key, await change(begun.id, begun.version));
    }
  }

  private remember<T extends Stored>(key: string | undefined, saved: T): T {
    if (!key) return saved;
    this.versions.delete(key);
    this.versions.set(key, saved.version);
    if (this.versions.size > REMEMBERED) this.versions.delete(this.versions.keys().next().value!);
    return saved;
  }

  /** The save that got there first may not have been answered yet. */
  private async savedLately(key: string): Promise<number | undefined> {
    await pause(100);
    return this.versions.get(key);
  }
}

/** Why what was typed is not saved: it cannot be yet, or somebody else changed the same. */
export type Unsaved = 'notSavedYet' | 'changedElsewhere';

/**
 * Runs one save of a form that saves as one types. The answer is a piece of its foot and never a page: the words stay
 * in the form, and on a mistake the foot says why they are not kept. 200 then too, so that htmx shows it.
 */
export async function submitAutosave<T>(form: {
  body: unknown;
  save: (values: Record<string, unknown>) => Promise<T>;
  saved: (result: T) => Promise<VNode> | VNode;
  unsaved: (why: Unsaved, values: Record<string, unknown>) => Promise<VNode> | VNode;
}): Promise<Fragment> {
  const values = unflatten(form.body);
  let result: T;
  try {
    result = await form.save(values);
  } catch (error) {
    if (error instanceof InvalidError) return fragment(await form.unsaved('notSavedYet', values));
    if (error instanceof ConflictError) return fragment(await form.unsaved('changedElsewhere', values));
    throw error;
  }
  return fragment(await form.saved(result));
}
