import { ConflictError } from '../errors.js';

/*
 * A 409 shows the current state as the API shows it anywhere else. Services know no resources, and what they give with a
 * ConflictError may be a row: it is not sent, unless an API makes a resource of it here.
 */

/** Runs `work`; what it collides with is sent as `resource` makes it. */
export async function showingConflict<T, Current>(
  work: Promise<T>,
  resource: (current: Current) => unknown,
): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ConflictError && error.current !== undefined)
      error.resource = await resource(error.current as Current);
    throw error;
  }
}

/** Answers a change by the resource of what it made; so does the 409, of what stands. */
export async function asResource<T, R>(work: Promise<T>, resource: (made: T) => R): Promise<R> {
  return resource(await showingConflict(work, resource));
}

/** Answers a change by the resource as it is read afterwards; so does the 409. */
export async function changed<T>(change: Promise<unknown>, show: () => Promise<T>): Promise<T> {
  await showingConflict(change, show);
  return show();
}
