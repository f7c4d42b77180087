import { ForbiddenError, NotFoundError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';

export const ROLES = ['secretariat', 'chair', 'focal-point', 'partner', 'reader'] as const;
export type Role = (typeof ROLES)[number];

/** Roles that their holder passes on to a successor. */
export const HANDED_OVER: readonly Role[] = ['focal-point', 'chair', 'secretariat'];

const everyone: readonly Role[] = ROLES;

/** Which roles in a mechanism give which permission there. `administrator` runs the installation and reads no content. */
export const PERMISSIONS = {
  'mechanism.read': everyone,
  'mechanism.edit': ['secretariat'],
  // Replies quote what is written to them, and bring answers: whoever runs the installation does not lead them elsewhere.
  'mechanism.replies': ['secretariat'],
  'people.manage': ['secretariat'],
  'plans.read': everyone,
  'plans.edit': ['secretariat'],
  'meetings.read': everyone,
  'meetings.edit': ['secretariat', 'chair'],
  'priorities.set': ['secretariat', 'chair'],
  'progress.read': everyone,
  'progress.write': ['secretariat', 'focal-point', 'partner'],
  'progress.accept': ['secretariat'],
  'practices.read': everyone,
  'practices.write': ['secretariat', 'focal-point', 'partner'],
  'practices.review': ['chair', 'focal-point'],
  'practices.manage': ['secretariat'],
  'support.read': everyone,
  'support.readAsMember': ['chair', 'focal-point'],
  'support.write': ['focal-point'],
  'support.offer': ['partner'],
  'rounds.read': everyone,
  'rounds.manage': ['secretariat'],
  'roles.handOver': ['secretariat', 'chair', 'focal-point'],
  'reminders.manage': ['secretariat'],
  'submissions.read': ['secretariat', 'chair', 'focal-point'],
  'submissions.edit': ['secretariat'],
  'history.read': ['secretariat'],
  'installation.manage': [],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Permissions an administrator has everywhere: to set up, not to read. */
const ADMINISTRATOR: ReadonlySet<Permission> = new Set([
  'installation.manage',
  'people.manage',
  'mechanism.edit',
]);

export const isPermission = (value: string): value is Permission => Object.hasOwn(PERMISSIONS, value);

/** Whether the actor has the permission in the mechanism; in any mechanism when none is named. */
export function can(actor: Actor, permission: Permission, mechanismId: string | null): boolean {
  if (actor.administrator && ADMINISTRATOR.has(permission)) return true;
  const roles: readonly string[] = PERMISSIONS[permission];
  return actor.grants.some(
    (grant) => (mechanismId === null || grant.scope === mechanismId) && roles.includes(grant.role),
  );
}

/**
 * The service's check. NotFoundError when the actor has no part in the mechanism (it may not know the thing
 * exists), ForbiddenError when it has one that does not allow this.
 */
export function demand(actor: Actor, permission: Permission, mechanismId: string, what: string): void {
  if (can(actor, permission, mechanismId)) return;
  if (!actor.grants.some((grant) => grant.scope === mechanismId)) throw new NotFoundError(what);
  throw new ForbiddenError();
}

/** Ids of the mechanisms where the actor has the permission. */
export function mechanismsWhere(actor: Actor, permission: Permission): string[] {
  const roles: readonly string[] = PERMISSIONS[permission];
  return [...new Set(actor.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.scope))];
}

/** Whom the actor speaks for in a mechanism. */
export interface Voice {
  kind: 'secretariat' | 'state' | 'partner';
  /** State code or partner name; null for the secretariat. */
  subject: string | null;
}

/** The voices an actor has in a mechanism: one per grant that may report. */
export function voicesIn(actor: Actor, mechanismId: string): Voice[] {
  return actor.grants.flatMap((grant): Voice[] => {
    if (grant.scope !== mechanismId) return [];
    if (grant.role === 'secretariat') return [{ kind: 'secretariat', subject: null }];
    if (grant.role === 'focal-point') return [{ kind: 'state', subject: grant.subject }];
    if (grant.role === 'partner') return [{ kind: 'partner', subject: grant.subject }];
    return [];
  });
}
