import type { TextKey, Translate } from '../../platform/i18n/i18n.js';
import { type Encoding, encodingName, scriptOf } from '../../platform/spreadsheets/encodings.js';

/** "Cyrillic (KOI8-R)": what characters are for, and their own name. */
export function encodingLabel(encoding: Encoding, t: Translate): string {
  const script = scriptOf(encoding);
  const name = encodingName(encoding);
  return script === 'any' ? name : `${t(`exchange.script.${script}` as TextKey)} (${name})`;
}
