import { child, childrenOf, within, type XmlElement } from './xml.js';

export const NOTHING: XmlElement = { name: '', attributes: '', children: [] };
/** What tells of a picture, a chart or an embedded file. */
export const PICTURES = ['blip', 'imagedata', 'chart', 'relIds', 'OLEObject'];

/** Programs write what is new twice, the second time for older ones; some know only the second. */
export function chosen(alternatives: XmlElement): XmlElement {
  const choice = child(alternatives, 'Choice') ?? NOTHING;
  const says = !within(choice, 't', 'sym', 'p', ...PICTURES).next().done;
  return says ? choice : (child(alternatives, 'Fallback') ?? choice);
}

/** Elements of a name that are in no other of that name. */
export function* outermost(of: XmlElement, name: string): Generator<XmlElement> {
  for (const one of childrenOf(of)) {
    if (one.name === name) yield one;
    else yield* outermost(one.name === 'AlternateContent' ? chosen(one) : one, name);
  }
}
