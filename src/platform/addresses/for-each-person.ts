import { InvalidError } from '../errors.js';
import type { PastedPerson } from './pasted.js';

/**
 * Does something for each of several people, one after the other. What is refused for one of several is refused with
 * the address; run it in a transaction, so that nothing was done for the others.
 */
export async function forEachPerson<T>(
  people: readonly PastedPerson[],
  work: (person: PastedPerson) => Promise<T>,
): Promise<T[]> {
  const done: T[] = [];
  for (const person of people) {
    try {
      done.push(await work(person));
    } catch (error) {
      throw people.length > 1 && error instanceof InvalidError ? aboutOne(error, person) : error;
    }
  }
  return done;
}

function aboutOne({ fields }: InvalidError, { email }: PastedPerson): InvalidError {
  const { key: reason, values } = Object.values(fields)[0]!;
  return InvalidError.field('email', 'error.person', { ...values, email, reason });
}
