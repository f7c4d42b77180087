import type { Picture } from '../document.js';
import { attribute, within, type XmlElement } from '../read-word/xml.js';

/** A picture of a camera is some megabytes. */
const MAX_BYTES = 8_000_000;
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const EMU_PER_PIXEL = 9525;

/** The picture of a drawing with what it says; nothing when it is none, or no PNG. */
export function pictureFrom(drawing: XmlElement, read: (id: string) => Uint8Array | null): Picture | null {
  const blip = within(drawing, 'blip').next().value;
  const bytes = blip ? read(attribute(blip, 'embed') ?? '') : null;
  if (!bytes || bytes.length > MAX_BYTES || bytes.length < 24) return null;
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!PNG.equals(file.subarray(0, PNG.length))) return null;
  const properties = within(drawing, 'docPr').next().value;
  const text = (properties && attribute(properties, 'descr')) ?? '';
  return { base64: file.toString('base64'), ...sizeIn(drawing, file), text };
}

/** As it was given to us: a picture that is too wide for the text is shown smaller, in its own proportions. */
function sizeIn(drawing: XmlElement, file: Buffer): { width: number; height: number } {
  const own = { width: file.readUInt32BE(16) || 1, height: file.readUInt32BE(20) || 1 };
  const extent = within(drawing, 'extent').next().value;
  const [width, height] = ['cx', 'cy'].map((name) =>
    Math.round(Number((extent && attribute(extent, name)) ?? 0) / EMU_PER_PIXEL),
  ) as [number, number];
  if (!(width > 0 && height > 0)) return own;
  const isAsWide = Math.abs((width / height) * (own.height / own.width) - 1) < 0.03;
  return isAsWide && width <= own.width ? own : { width, height };
}
