import { listed } from '../../platform/i18n/listed.js';
import type { TextKey, Translate } from '../../platform/i18n/i18n.js';
import type { DeskRow } from './desk-rows.js';

/** Where a text stands, in words: with whom it is now. Empty where it is with nobody. */
export function withWhom(
  { entry, steps }: Pick<DeskRow, 'entry' | 'steps'>,
  t: Translate,
  { language, names }: { language: string; names: ReadonlyMap<string, string> },
): string[] {
  const within = steps.map(({ name, asked }) =>
    asked.length > 0 ? t('desk.atStep', { step: name, people: listed(asked, language) }) : name,
  );
  const waiting = entry.places
    .filter(({ state }) => state === 'submitted')
    .map(({ mechanismId }) => t('desk.atSecretariat', { mechanism: names.get(mechanismId) }));
  const atWork = ['draft', 'in-revision', 'returned'].includes(entry.standing);
  if (entry.standing === 'withdrawn') return [];
  return [...(atWork && within.length === 0 ? [t('desk.atYou')] : []), ...within, ...waiting];
}

/** How far it is open in each mechanism, once it is accepted there. */
export function opennessOf(
  { places, standing }: DeskRow['entry'],
  t: Translate,
): { mechanismId: string; seen: string; used: string }[] {
  if (standing === 'withdrawn') return [];
  return places.map(({ mechanismId, visibility, release }) => ({
    mechanismId,
    seen: visibility ? t(`visibility.${visibility}` as TextKey) : '',
    used: release ? t(`release.${release}` as TextKey) : '',
  }));
}
