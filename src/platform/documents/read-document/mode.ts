import { attribute, child, type XmlElement } from '../read-word/xml.js';

/** A text with its tracked changes as if all of them were accepted, or none. */
export type Mode = 'accepted' | 'original';

const ABSENT = {
  accepted: new Set(['del', 'moveFrom']),
  original: new Set(['ins', 'moveTo']),
};
/** What stands around text and is none. */
const PROPERTIES = new Set([
  ...['sectPr', 'pPr', 'rPr', 'tblPr', 'tblGrid', 'trPr', 'tcPr', 'sdtPr', 'sdtEndPr', 'customXmlPr'],
  ...['smartTagPr', 'rubyPr', 'rt', 'fldData', 'footnoteRef', 'endnoteRef', 'annotationRef'],
]);
const OFF = new Set(['0', 'false', 'off', 'none']);

export const isOn = (of: XmlElement | undefined, name: string): boolean => {
  const found = child(of, name);
  return found !== undefined && !OFF.has(attribute(found, 'val') ?? '');
};

/** Whether there is text to look for in an element. */
export function isRead(element: XmlElement, mode: Mode): boolean {
  if (PROPERTIES.has(element.name) || ABSENT[mode].has(element.name)) return false;
  // What a program shows where nothing was written yet.
  return element.name !== 'sdt' || !isOn(child(element, 'sdtPr'), 'showingPlcHdr');
}

/** The properties of a paragraph or run, as they are or as they were before a tracked change. */
export function propertiesOf(of: XmlElement, name: 'pPr' | 'rPr', mode: Mode): XmlElement | undefined {
  const now = child(of, name);
  const before = mode === 'original' ? child(child(now, `${name}Change`), name) : undefined;
  return before ?? now;
}

/** Whether a paragraph goes on in the next one, as its mark is deleted, or was not there yet. */
export function isJoined(paragraph: XmlElement, mode: Mode): boolean {
  const mark = child(child(paragraph, 'pPr'), 'rPr');
  return [...ABSENT[mode]].some((name) => child(mark, name) !== undefined);
}

/** Whether a row stands in the text. */
export function isRowRead(row: XmlElement, mode: Mode): boolean {
  const properties = child(row, 'trPr');
  return ![...ABSENT[mode]].some((name) => child(properties, name) !== undefined);
}
