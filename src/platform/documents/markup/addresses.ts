const ADDRESS = /(?:https?:\/\/|mailto:|www\.)[^\s<>"|\\*[\]`{}^،؛؟\u3000-\u303f\uff00-\uffef]{1,2000}/iy;
const TRAILING = /[.,;:!?'’”»]/;
const IN_WORD = /[\p{L}\p{N}]/u;

/**
 * The address that begins at a place of a text. What ends a sentence is not part of it, nor is a bracket that was opened
 * before. `isClosed`: it stands in brackets, and goes up to the closing one.
 */
export function webAddress(
  text: string,
  at: number,
  isClosed = false,
): { text: string; link: string } | null {
  ADDRESS.lastIndex = at;
  const found = ADDRESS.exec(text)?.[0];
  if (!found) return null;
  const isBare = /^www/i.test(found);
  if (isClosed ? isBare : /^mailto/i.test(found)) return null;
  if (isBare && (IN_WORD.test(text[at - 1] ?? '') || !/^www\.[^.]+\.[^.]/i.test(found))) return null;
  const balanced = found.slice(0, balancedLength(found));
  if (isClosed) {
    const isWhole = text[at + balanced.length] === ')';
    return isWhole && URL.canParse(balanced) ? { text: balanced, link: balanced } : null;
  }
  let end = balanced.length;
  while (end > 0 && TRAILING.test(balanced[end - 1]!)) end -= 1;
  const address = balanced.slice(0, end);
  const link = isBare ? `https://${address}` : address;
  return URL.canParse(link) && /[\p{L}\p{N}]/u.test(address.slice(4)) ? { text: address, link } : null;
}

/** Up to the first bracket whose other one is not in there. */
function balancedLength(text: string): number {
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') open.push(at);
    else if (text[at] === ')' && open.pop() === undefined) return at;
  }
  return open[0] ?? text.length;
}
