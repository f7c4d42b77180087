import { parseInline } from '../markup/inline.js';
import { writeInline } from '../markup/write-inline.js';
import type { Block } from './lines.js';
import { attribute, type XmlElement } from './xml.js';

/** The text of a paragraph as far as it is read. */
export interface Draft {
  text: string;
  notes: string[];
  /** Text boxes that hang on the paragraph. */
  boxes: Block[];
  font: string;
  /** The fields that are open: their instructions, and where in the text what they show begins. */
  fields: { instruction: string; begin: number }[];
}

/** Begins a field, or ends it; what stands between its instruction and its end is what it shows. */
export function fieldMark(mark: XmlElement, draft: Draft): void {
  const type = attribute(mark, 'fldCharType');
  const begin = draft.text.length;
  if (type === 'begin') draft.fields.push({ instruction: '', begin });
  if (type !== 'end') return;
  const field = draft.fields.pop();
  const address = /^\s*HYPERLINK\s+"([^"]+)"/i.exec(field?.instruction ?? '')?.[1];
  addAddress(draft, field?.begin ?? begin, address);
}

export const isPageNumber = ({ fields }: Draft) =>
  /^\s*(PAGE|NUMPAGES|SECTIONPAGES)\b/i.test(fields.at(-1)?.instruction ?? '');

/** A link as the markup of texts has it, unless its words are its address. */
export function addAddress(draft: Draft, begin: number, address: string | undefined): void {
  if (!address || !/^(https?|mailto):/i.test(address)) return;
  const [, before = '', words = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(draft.text.slice(begin)) ?? [];
  if (!words) return;
  const parsed = parseInline(words);
  const isAddress = parsed.length === 1 && parsed[0]!.link?.replace(/\/$/, '') === address.replace(/\/$/, '');
  if (isAddress) return;
  const link = /[\n\t]|\[\^/.test(words)
    ? `${words} (${address})`
    : writeInline([{ text: words, link: address }]);
  draft.text = draft.text.slice(0, begin) + before + link + after;
}
