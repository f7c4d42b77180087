import { type FindOptionsWhere, In } from 'typeorm';
import { can, mechanismsWhere } from '../../accounts/roles.js';
import type { Actor } from '../../platform/http/actor.js';
import type { Meeting } from './meeting.entity.js';

/** Its mechanism's people may, and anybody if it is public. */
export const mayReadMeeting = (actor: Actor, meeting: Pick<Meeting, 'mechanismId' | 'isPublic'>) =>
  meeting.isPublic || can(actor, 'meetings.read', meeting.mechanismId);
export function scopeOf(actor: Actor, mechanismId: string | null): FindOptionsWhere<Meeting> {
  if (mechanismId === null) return { mechanismId: In(mechanismsWhere(actor, 'meetings.read')) };
  return can(actor, 'meetings.read', mechanismId) ? { mechanismId } : { mechanismId, isPublic: true };
}
