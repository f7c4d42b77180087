import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { localeOf } from '../../i18n/dates.js';
import { isLanguage, LANGUAGES, type TextKey, translator } from '../../i18n/i18n.js';

const FILES = ['kept-forms.js', 'autosave.js', 'kept-store.js', 'kept-values.js', 'kept-offer.js'];

/** What the script says. */
const TEXTS = [
  'kept.offer',
  'kept.changedSince',
  'kept.take',
  'kept.drop',
  'kept.dropSure',
  'kept.unsaved',
  'kept.offline',
  'kept.session',
  'kept.signIn',
  'kept.somebodyElse',
  'kept.gone',
  'kept.server',
  'kept.strange',
  'kept.refused',
  'kept.here',
  'kept.waits',
  'kept.callOff',
  'kept.signOut',
  'form.yours',
  'form.theirs',
] as const satisfies TextKey[];

const sources = Object.fromEntries(
  FILES.map((file) => [file, readFileSync(new URL(`./${file}`, import.meta.url), 'utf8')]),
);
const textsIn = (language: string) => {
  const t = translator(language);
  // Values are put in by the script, which knows them.
  const texts = TEXTS.map((key) => [key, t(key, { at: '{at}', reason: '{reason}' })]);
  return `export default ${JSON.stringify({ ...Object.fromEntries(texts), locale: localeOf(language) })};\n`;
};
export const KEPT_VERSION = createHash('sha256')
  .update(JSON.stringify([sources, LANGUAGES.map(textsIn)]))
  .digest('hex')
  .slice(0, 12);

/** What opens pages behind secret addresses without a line. Its address stays: a browser asks it itself for a newer one. */
export const OFFLINE_SCRIPT = readFileSync(new URL('./offline.js', import.meta.url), 'utf8');
export const OFFLINE_PATH = '/assets/offline.js';

/** Folder of the scripts for one language, which changes with them: browsers keep what is in it for a year. */
export const keptFolder = (language: string) =>
  `/assets/kept/${KEPT_VERSION}/${isLanguage(language) ? language : 'en'}`;

/** Address of the script that keeps what is typed. */
export const keptScript = (language: string) => `${keptFolder(language)}/kept-forms.js`;

/** A file of that folder; undefined for one that is none. */
export function keptFile(language: string, file: string): string | undefined {
  if (file === 'texts.js') return isLanguage(language) ? textsIn(language) : undefined;
  return Object.hasOwn(sources, file) ? sources[file] : undefined;
}
