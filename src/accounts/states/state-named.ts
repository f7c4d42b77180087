import { States } from '../states.js';
import { fold } from '../../platform/i18n/fold.js';
import { SHORTENED, STATE_NAMES } from './state-names.data.js';

let names: Map<string, string> | undefined;

/** Without what abbreviations are written with or without: "E.E. U.U." and "EEUU" are one. */
const bare = (folded: string) => folded.replace(/[\s.'’-]+/g, '');
const ARTICLE = /^(?:the|la|le|el|los|las|les|l'|o|a|os|as|republic of|republique de|republica de) ?/;

/** Made when it is first asked: a start need not wait for it. A name of its own goes before what it is shortened to. */
function prepared(): Map<string, string> {
  if (names) return names;
  const known = new Map<string, string>();
  const add = (name: string, code: string) => {
    for (const form of [name, bare(name)]) if (!known.has(form)) known.set(form, code);
  };
  for (const code of States.all()) known.set(code.toLowerCase(), code);
  for (const [code, list] of Object.entries(STATE_NAMES)) for (const name of list) add(fold(name), code);
  for (const code of States.all()) for (const name of States.names(code)) add(fold(name), code);
  return (names = known);
}

/** The State that a folded name, a code or an abbreviation means; undefined when it is none's. */
export function stateNamed(folded: string): string | undefined {
  const known = prepared();
  const found = known.get(folded) ?? known.get(folded.replace(ARTICLE, ''));
  if (found) return found;
  if (/[.\s-]/.test(folded) && bare(folded).length > 1) {
    const short = known.get(bare(folded));
    if (short) return short;
  }
  for (const [form, whole] of SHORTENED) {
    if (!form.test(folded)) continue;
    const code = whole
      .map((word) => known.get(folded.replace(form, `${word} `).replace(/\s+/g, ' ').trim()))
      .find(Boolean);
    if (code) return code;
  }
  return undefined;
}
