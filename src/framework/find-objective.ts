import { NotFoundError } from '../platform/errors.js';
import { objective } from './framework.js';
import type { Objective } from './framework.types.js';

/** The objective an address names. Throws NotFoundError for anything but 1 to 23, written plainly. */
export function findObjective(number: string): Objective {
  const found = /^[1-9]\d?$/.test(number) ? objective(Number(number)) : undefined;
  if (!found) throw new NotFoundError('objective');
  return found;
}
