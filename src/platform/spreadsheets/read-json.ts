import { InvalidError } from '../errors.js';

const JSON_START = /^\ufeff?\s*(?:\{\s*["}]|\[\s*[[{"\]])/;
const MARKUP_START = /^\ufeff?\s*<(?:!doctype|\?xml|html|table|head|meta)/i;

/** Undefined when it is not JSON. A web page or another kind of XML is what some programs call a workbook. */
export function jsonOf(bytes: Buffer, field: string): unknown {
  const start = bytes.subarray(0, 400).toString('utf8');
  if (MARKUP_START.test(start)) throw InvalidError.field(field, 'error.fileWebPage');
  if (!JSON_START.test(start)) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, '')) as unknown;
  } catch (error) {
    const reason = (error as Error).message.slice(0, 200);
    throw InvalidError.field(field, 'error.fileJson', { reason });
  }
}
