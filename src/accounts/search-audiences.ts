import type { Actor } from '../platform/http/actor.js';
import { mechanismsWhere, type Permission } from './roles.js';

const EVERYBODY = 'everybody';
const peopleOf = (mechanismId: string) => `people:${mechanismId}`;

/** Who finds what belongs to a mechanism: its people, and everybody once it is public. */
export const readersOf = ({ mechanismId, isPublic }: { mechanismId: string; isPublic: boolean }): string[] =>
  isPublic ? [peopleOf(mechanismId), EVERYBODY] : [peopleOf(mechanismId)];

/** To which of them an actor belongs who has a permission in some mechanisms. */
export const readersWith = (actor: Actor, permission: Permission): string[] => [
  ...mechanismsWhere(actor, permission).map(peopleOf),
  EVERYBODY,
];
