import { officialAmong, stateOfAddress } from '../../accounts/states/state-facts.js';
import { isLanguage, type Language } from '../../platform/i18n/i18n.js';
import type { ListDefaults } from './invitations.dto.js';
import type { InvitedPerson } from './invited-list.js';
import { stateIn } from './list-cells.js';
import type { InvitedRole } from './list-words.data.js';

/** One line of the preview: '' is what somebody has to choose. */
export interface InvitationRow {
  name: string;
  email: string;
  role: InvitedRole | '';
  state: string;
  language: Language;
  partner: string;
  /** The State was taken from the mail address, for lack of better. */
  guessed: boolean;
  /** Cells of the list that nobody understood. */
  unknown: string[];
}

interface Here {
  /** Of the mechanism, its first one first. */
  languages: readonly string[];
  /** Codes of who takes part in it. */
  participants: readonly string[];
}

/**
 * Somebody of a list with what it does not say: a role and a State by the defaults, else the State of a government's
 * address where it takes part; the language of the State among those of the mechanism. A partner is one only where the
 * list or the default says so.
 */
export function rowOf(person: InvitedPerson, defaults: ListDefaults, here: Here): InvitationRow {
  const role = person.role ?? defaults.role;
  const isState = role === 'focal-point' || role === 'deputy';
  const ofAddress = stateOfAddress(person.email) ?? '';
  const said = person.state ?? (defaults.of ? stateIn(defaults.of) : undefined);
  const isPartners = role === 'partner' && person.partner === null;
  const isGuess = isState && !said && person.unknown.length === 0 && here.participants.includes(ofAddress);
  const state = isState ? (said ?? (isGuess ? ofAddress : '')) : '';
  const spoken = here.languages.filter(isLanguage);
  return {
    name: person.name,
    email: person.email,
    role,
    state,
    language: person.language ?? defaults.language ?? officialAmong(state, spoken) ?? spoken[0] ?? 'en',
    partner: role === 'partner' ? (person.partner ?? person.elsewhere ?? defaults.of ?? '') : '',
    guessed: isGuess,
    unknown: person.unknown.filter((text) => !isPartners || text !== person.elsewhere),
  };
}
