import type { VNode } from 'preact';
import { ConflictError, DomainError, InvalidError } from '../errors.js';
import { unflatten } from '../http/unflatten.js';
import { type Fragment, fragment } from './page.js';

interface Stored {
  id: string;
  version: number;
}

/** What a form may have saved before. */
export interface Begun extends Stored {
  /** The key of the open form that made this version; null when it was made in another way. */
  savedBy: string | null;
}

/** What an open form asks to have saved. */
interface Save<T extends Stored> {
  /** By which the form knows itself; something new gets it as its id. */
  key: string | undefined;
  /** What the form knows to be changing, and which version of it; none while it has heard of no save. */
  known: Stored | undefined;
  /** What has this id and is this person's to change; null when there is none. */
  find: (id: string) => Promise<Begun | null>;
  create: (id: string | undefined) => Promise<T>;
  change: (id: string, version: number) => Promise<T>;
}

/**
 * A save of a form that saves as one types, and may send again before it heard of the last save. What is sent while
 * something new is saved for the first time means one thing, since its id is the form's key; and what the same form
 * saved by itself a moment ago is no change by somebody else, whichever process saved it.
 * Throws what `create` and `change` throw; ConflictError only when it was somebody else.
 */
export async function saveOpenForm<T extends Stored>(save: Save<T>): Promise<T> {
  const { key, known, find, change } = save;
  const begun = known ?? (key ? await find(key) : null);
  if (!begun) return begin(save);
  // A form that has heard of nothing has at most begun it.
  const version = known?.version ?? 1;
  try {
    return await change(begun.id, version);
  } catch (error) {
    const stands = error instanceof ConflictError && key ? await find(begun.id) : null;
    if (!stands || stands.savedBy !== key || stands.version === version) throw error;
    return change(begun.id, stands.version);
  }
}

async function begin<T extends Stored>({ key, find, create, change }: Save<T>): Promise<T> {
  try {
    return await create(key);
  } catch (error) {
    if (error instanceof DomainError || !key) throw error;
    // An id that is taken, and not by this person, is no id for something new; it gets another.
    const begun = await find(key);
    return begun ? change(begun.id, begun.version) : create(undefined);
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
