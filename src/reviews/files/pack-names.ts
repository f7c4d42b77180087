/** A name that every system can save: letters and digits of any script, in a folder of its own. */
export function evidenceName(index: number, title: string): string {
  const [, stem = title, ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,5})?$/s.exec(title) ?? [];
  const safe = stem
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const short = [...safe].slice(0, 60).join('');
  return `evidence/${String(index + 1).padStart(3, '0')}-${short || 'file'}${ending.toLowerCase()}`;
}

/** What is in it: a line for each file, with what it is called. */
export const indexOf = (title: string, parts: readonly { name: string; title: string }[]): string =>
  [title, '', ...parts.map((part) => `${part.name}\t${part.title}`), ''].join('\r\n');
