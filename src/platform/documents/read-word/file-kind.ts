/** Files that word processors open and that are no .docx, by their first bytes: names tell little. */
const KINDS: [format: string, RegExp][] = [
  ['.rtf', /^\s*\{\\rtf/],
  ['.pdf', /^[^]{0,1000}%PDF-\d/],
  ['.odt', /^PK[^]{20,60}mimetypeapplication\/vnd\.oasis\.opendocument/],
  ['.html', /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?(?:<!doctype html|<html)/i],
  ['.mht', /^\s*MIME-Version:/i],
  ['.xml', /^\s*<\?xml[^]*(?:mso-application progid="Word\.Document"|<pkg:package)/],
];
const NAMED = ['.doc', '.odt', '.rtf', '.pdf', '.pages', '.wps', '.wpd', '.html', '.htm', '.mht', '.txt'];
/** How files of older Office programs begin, and newer ones behind a password. */
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const inOle = (bytes: Uint8Array, name: string) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(name, 'utf16le'));

/** `encrypted`, or by how its name would end; null when the first bytes say none of these. */
export function otherFormat(bytes: Uint8Array): string | null {
  if (OLE.equals(bytes.subarray(0, OLE.length))) {
    if (inOle(bytes, 'EncryptedPackage')) return 'encrypted';
    return inOle(bytes, 'WordDocument') ? '.doc' : null;
  }
  const begin = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1').replace(/^ï»¿/, '');
  return KINDS.find(([, pattern]) => pattern.test(begin))?.[0] ?? null;
}

/** The same by a file's name, for one whose bytes say nothing. */
export const formatOfName = (name: string): string | null =>
  NAMED.find((ending) => name.trim().toLowerCase().endsWith(ending)) ?? null;
