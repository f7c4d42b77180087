import { createHash } from 'node:crypto';
import type { Membership } from '../mechanism/mechanism.entity.js';
import { hasEnded } from '../mechanism/period.js';
import { type Listed, membershipMap } from './membership-map.js';

/** Who is listed on a day, and as what; a member that is an observer, too, is a member. */
export function listedOn(memberships: readonly Membership[], today: string): Listed {
  const here = memberships.filter((one) => !hasEnded(one, today));
  const codes = (kind: Membership['kind']) =>
    here.filter((one) => one.kind === kind).map(({ stateCode }) => [stateCode, kind] as const);
  return new Map([...codes('observer'), ...codes('member')]);
}

/** Another one where the picture is another, by whoever is in it or by how it is drawn. */
export const mapVersion = (listed: Listed): string =>
  createHash('sha256')
    .update(membershipMap(listed, 'light') ?? '')
    .digest('hex')
    .slice(0, 12);
