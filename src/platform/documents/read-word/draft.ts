import type { Block } from './lines.js';
import { attribute, type XmlElement } from './xml.js';

/** The text of a paragraph as far as it is read. */
export interface Draft {
  text: string;
  notes: string[];
  /** Text boxes that hang on the paragraph. */
  boxes: Block[];
  font: string;
  /** Instructions of the fields that are open. */
  fields: string[];
}

/** Begins a field, or ends it; what stands between its instruction and its end is what it shows. */
export function fieldMark(mark: XmlElement, draft: Draft): void {
  const type = attribute(mark, 'fldCharType');
  if (type === 'begin') draft.fields.push('');
  if (type !== 'end') return;
  const address = /^\s*HYPERLINK\s+"([^"]+)"/i.exec(draft.fields.pop() ?? '')?.[1];
  addAddress(draft, 0, address);
}

export const isPageNumber = ({ fields }: Draft) =>
  /^\s*(PAGE|NUMPAGES|SECTIONPAGES)\b/i.test(fields.at(-1) ?? '');

/** Where a link leads, unless its own text says so. */
export function addAddress(draft: Draft, begin: number, address: string | undefined): void {
  if (!address || !/^(https?|mailto):/i.test(address)) return;
  const plain = address.replace(/^(https?:\/\/|mailto:)/i, '').replace(/\/$/, '');
  const text = draft.text.slice(begin);
  if (text.trim() && !text.includes(plain)) draft.text += ` (${address})`;
}
