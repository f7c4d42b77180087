import { States } from '../../../accounts/states.js';
import type { ReleasedEntry } from '../../../progress/release/released-entry.js';
import type { MechanismFacts } from '../compile-input.js';
import type { Wording } from './wording.js';

/** How a State that wishes not to be named is spoken of: by what it is in the mechanism, or by nothing. */
export type UnnamedState = 'member' | 'delegation';

/** With fewer than so many, to say "member" or not to say it would come close to saying who. */
const FEWEST = 5;

/**
 * "One member State" is said where it leaves enough States to think of: the members are many, and of others there are
 * either many too, or none who reports without a name. It is said of all or of none: a single "one delegation" among
 * members would point at an observer.
 */
export function unnamedState(
  { members, observers }: Pick<MechanismFacts, 'members' | 'observers'>,
  entries: readonly Pick<ReleasedEntry, 'attributed' | 'reporterKind' | 'ofMember'>[],
): UnnamedState {
  if (members.length < FEWEST) return 'delegation';
  if (observers.length >= FEWEST) return 'member';
  const unnamed = entries.filter((entry) => entry.reporterKind === 'state' && !entry.attributed);
  return observers.length === 0 && unnamed.every((entry) => entry.ofMember) ? 'member' : 'delegation';
}

/** Who reports it, as far as they allow to be named. "Delegation" fits members, observers and territories alike. */
export class Who {
  constructor(
    private readonly wording: Wording,
    private readonly unnamed: UnnamedState,
  ) {}

  reports({ attributed, reporterKind, reporter, ofMember }: ReleasedEntry): string {
    const { t, language } = this.wording;
    if (!attributed) {
      if (reporterKind !== 'state') return t('doc.who.contributor');
      return t(this.unnamed === 'member' && ofMember ? 'doc.who.member' : 'doc.who.delegation');
    }
    if (reporterKind === 'state') return States.name(reporter ?? '', language);
    return reporterKind === 'partner' ? (reporter ?? t('doc.who.contributor')) : t('doc.who.secretariat');
  }
}
