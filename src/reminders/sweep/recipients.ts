import type { Role, Voice } from '../../accounts/roles.js';
import type { OwnerKind } from '../../plans/plan/vocabulary.js';

/** A role somebody holds in the mechanism. */
export interface Holder {
  accountId: string;
  role: Role;
  /** State code of a focal point, name of a partner. */
  subject: string | null;
}

/** Who answers for something, as the plan or the round names them. */
export interface ResponsibleParty {
  kind: OwnerKind;
  subject: string | null;
}

/** Somebody to ask, and for whom they would answer. */
export interface Recipient {
  accountId: string;
  voices: AskedVoice[];
}

/** The chair has no voice to report with: it tells its secretariat. */
export type AskedVoice = Voice | { kind: 'chair'; subject: null };

const SECRETARIAT: Voice = { kind: 'secretariat', subject: null };

export const voiceKey = (voice: { kind: string; subject: string | null }) =>
  `${voice.kind}:${nameKey(voice.subject)}`;

/** Names are typed by people, in plans and in invitations: "IOM" and "iom " are one partner. */
const nameKey = (name: string | null) => (name ?? '').trim().replace(/\s+/g, ' ').toLowerCase();

/** The people of one mechanism who hold a role on the day in question, ready to be asked for. */
export class RoleHolders {
  private readonly offices = new Map<string, Map<string, Recipient>>();

  constructor(holders: Iterable<Holder>) {
    for (const { accountId, role, subject } of holders) {
      if (role === 'focal-point') this.add('all-members', accountId, { kind: 'state', subject });
      if (role === 'focal-point')
        this.add(`state:${nameKey(subject)}`, accountId, { kind: 'state', subject });
      if (role === 'partner')
        this.add(`partner:${nameKey(subject)}`, accountId, { kind: 'partner', subject });
      if (role === 'secretariat') this.add('secretariat', accountId, SECRETARIAT);
      if (role === 'chair') this.add('chair', accountId, { kind: 'chair', subject: null });
    }
  }

  /**
   * Whom to ask when these answer for something, each person once with all the voices they are asked for.
   * A group or working group has no account: the secretariat knows whom to ask. Empty when nobody holds the role.
   */
  recipients(owners: readonly ResponsibleParty[]): Recipient[] {
    const asked = [...new Set(owners.map(officeOf))];
    const found = asked.flatMap((office) => [...(this.offices.get(office)?.values() ?? [])]);
    if (asked.length === 1) return found;
    const merged = new Map<string, Recipient>();
    for (const { accountId, voices } of found) {
      merged.set(accountId, { accountId, voices: [...(merged.get(accountId)?.voices ?? []), ...voices] });
    }
    return [...merged.values()];
  }

  private add(office: string, accountId: string, voice: AskedVoice): void {
    const here = this.offices.get(office) ?? new Map<string, Recipient>();
    this.offices.set(office, here);
    here.set(accountId, { accountId, voices: [...(here.get(accountId)?.voices ?? []), voice] });
  }
}

function officeOf({ kind, subject }: ResponsibleParty): string {
  if (kind === 'state' || kind === 'partner') return `${kind}:${nameKey(subject)}`;
  return kind === 'group' || kind === 'working-group' ? 'secretariat' : kind;
}
