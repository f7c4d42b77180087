import type { Role } from '../../accounts/roles.js';

/** A role that somebody holds, as far as it says who reads. */
export interface ReadingGrant {
  role: Role;
  /** State code or partner name. */
  subject: string | null;
  name: string;
}

/** Who reads in a mechanism today: people of its secretariat and chair by name, States and partners by theirs. */
export interface Readers {
  secretariat: string[];
  chairs: string[];
  /** People of the State or partner that the one who asks speaks for; nobody else's are named. */
  own: string[];
  /** Codes of the States somebody speaks for. */
  states: string[];
  partners: string[];
  /** How many more may read. */
  others: number;
}

/** `voices`: whom the one who asks speaks for, as `role/subject`. */
export function readersOf(grants: readonly ReadingGrant[], voices: ReadonlySet<string>): Readers {
  const of = (role: Role) => grants.filter((grant) => grant.role === role);
  const names = (found: readonly ReadingGrant[]) => [...new Set(found.map(({ name }) => name))];
  const subjects = (role: Role) => [...new Set(of(role).flatMap(({ subject }) => subject ?? []))];
  return {
    secretariat: names(of('secretariat')),
    chairs: names(of('chair')),
    own: names(grants.filter((grant) => grant.subject !== null && voices.has(voiceKey(grant)))),
    states: subjects('focal-point'),
    partners: subjects('partner'),
    others: of('reader').length,
  };
}

export const voiceKey = ({ role, subject }: { role: string; subject: string | null }) =>
  `${role}/${subject ?? ''}`;
