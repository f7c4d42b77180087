import type { Actor } from '../platform/http/actor.js';
import { mechanismsWhere, type Permission, voicesIn } from './roles.js';

export const EVERYBODY = 'everybody';
export const peopleOf = (mechanismId: string) => `people:${mechanismId}`;
/** Those who speak for one reporter in a mechanism. */
export const voiceOf = (mechanismId: string, kind: string, subject: string) =>
  `own:${mechanismId}:${kind}:${subject}`;
/** Those with a permission, where not all of a mechanism's people have it. */
export const holdersOf = (permission: Permission, mechanismId: string) => `${permission}:${mechanismId}`;

/** Who finds what belongs to a mechanism: its people, and everybody once it is public. */
export const readersOf = ({ mechanismId, isPublic }: { mechanismId: string; isPublic: boolean }): string[] =>
  isPublic ? [peopleOf(mechanismId), EVERYBODY] : [peopleOf(mechanismId)];

/** To which of them an actor belongs who has a permission in some mechanisms. */
export const readersWith = (actor: Actor, permission: Permission): string[] => [
  ...mechanismsWhere(actor, permission).map(peopleOf),
  EVERYBODY,
];

/** The audiences of holders of these permissions that an actor belongs to. */
export const holding = (actor: Actor, ...permissions: Permission[]): string[] =>
  permissions.flatMap((permission) =>
    mechanismsWhere(actor, permission).map((id) => holdersOf(permission, id)),
  );

/** The voices of an actor who has a permission, as audiences. */
export const speakingWith = (actor: Actor, permission: Permission): string[] =>
  mechanismsWhere(actor, permission).flatMap((id) =>
    voicesIn(actor, id).map(({ kind, subject }) => voiceOf(id, kind, subject ?? '')),
  );
