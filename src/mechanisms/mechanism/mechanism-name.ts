import type { Rendition } from '../../platform/i18n/localized.js';
import { registryEntry } from '../registry/registry.js';
import type { Mechanism } from './mechanism.entity.js';

type Kind = 'officialName' | 'shortName';
type Named<K extends Kind> = Pick<Mechanism, 'id' | K> & Partial<Pick<Mechanism, `${K}s` | 'languages'>>;

/** What a mechanism is called: as its secretariat wrote it, else as the registry found it, for one reader. */
export const shortNameIn = (mechanism: Named<'shortName'>, language: string): string =>
  nameIn('shortName', mechanism, language).text;

/** Its full name, in the same way. */
export const officialNameIn = (mechanism: Named<'officialName'>, language: string): string =>
  nameIn('officialName', mechanism, language).text;

/** The language of its own names: those of the registry are English, others are in the language it works in first. */
export const languageOfName = (mechanism: Named<'officialName'>): string =>
  isOfRegistry('officialName', mechanism) ? 'en' : (mechanism.languages?.[0] ?? 'en');

/** The same with its language: official names are not translated, so the mechanism's own stands in. */
export function nameIn<K extends Kind>(kind: K, mechanism: Named<K>, language: string): Rendition {
  // A mechanism that was renamed by its secretariat no longer goes by what the registry found.
  const found = isOfRegistry(kind, mechanism);
  const own = found ? 'en' : (mechanism.languages?.[0] ?? 'en');
  const names = mechanism[`${kind}s`] as Record<string, string> | undefined;
  const text =
    names?.[language] ?? (found ? registryEntry(mechanism.id)!.names?.[language]?.[kind] : undefined);
  return text
    ? { text, language, fallback: false, original: language === own }
    : { text: mechanism[kind], language: own, fallback: own !== language, original: true };
}

const isOfRegistry = <K extends Kind>(kind: K, mechanism: Named<K>): boolean =>
  registryEntry(mechanism.id)?.[kind] === mechanism[kind];
