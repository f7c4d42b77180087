import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import { States } from '../../accounts/states.js';
import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import type { Translate } from '../../platform/i18n/i18n.js';
import type { SeenEntry } from '../access/seen-entry.js';

/** Who reports: a State by name, a partner by its own, or the secretariat. */
export function reporterLabel(
  entry: Pick<SeenEntry, 'reporterKind' | 'reporter'>,
  t: Translate,
  language: string,
): string {
  if (entry.reporterKind === 'state') return States.name(entry.reporter, language);
  return entry.reporterKind === 'partner' ? entry.reporter : t('owner.secretariat');
}

/** A voice as the forms send it (`state:KEN`), in words. */
export function voiceLabel(voice: string, t: Translate, language: string): string {
  return reporterLabel(reporterOf(voice), t, language);
}

/** Whom a voice speaks for, as an entry has it. */
export function reporterOf(voice: string): Pick<SeenEntry, 'reporterKind' | 'reporter'> {
  const [reporterKind, ...rest] = voice.split(':');
  return { reporterKind: reporterKind as SeenEntry['reporterKind'], reporter: rest.join(':') };
}

/** Short names of mechanisms by id, for one reader. */
export const namesOf = (mechanisms: readonly Mechanism[], language: string) =>
  new Map(mechanisms.map((one) => [one.id, shortNameIn(one, language)]));

/** The notice after a text was submitted: a secretariat's own stands, and a gate may have kept a delegation's back. */
export function submittedNotice(state: SeenEntry['state']) {
  if (state === 'accepted') return 'notice.entryStands';
  return state === 'submitted' ? 'notice.entrySubmitted' : 'notice.entryInClearance';
}
