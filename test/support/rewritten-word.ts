import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const MAIN = 'word/document.xml';
const RELATIONS = 'word/_rels/document.xml.rels';

/** A Word file in which somebody wrote one thing in place of another; fails when it is not there. */
export function rewritten(file: Uint8Array, from: string, to: string): Buffer {
  const parts = unzipSync(file);
  const text = strFromU8(parts[MAIN]!);
  if (!text.includes(from)) throw new Error(`the file does not say “${from}”`);
  return Buffer.from(zipSync({ ...parts, [MAIN]: strToU8(text.replace(from, to)) }));
}

const BY = 'w:author="Lin" w:date="2027-02-01T09:00:00Z"';
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** The same with a tracked insertion behind the run that ends so. */
export const inserted = (file: Uint8Array, behind: string, words: string): Buffer =>
  rewritten(
    file,
    `${behind}</w:t></w:r>`,
    `${behind}</w:t></w:r><w:ins w:id="901" ${BY}>${run(words)}</w:ins>`,
  );

/** The same with a paragraph more, behind the one that ends so. */
export const withParagraph = (file: Uint8Array, behind: string, words: string): Buffer => {
  const text = strFromU8(unzipSync(file)[MAIN]!);
  const rest = text.slice(text.indexOf(behind));
  const end = rest.slice(0, rest.indexOf('</w:p>') + '</w:p>'.length);
  return rewritten(file, end, `${end}<w:p>${run(words)}</w:p>`);
};

/** The same with a comment at the run that ends so. */
export function commented(file: Uint8Array, behind: string, words: string): Buffer {
  const reference = '<w:r><w:commentReference w:id="0"/></w:r>';
  const marked = rewritten(file, `${behind}</w:t></w:r>`, `${behind}</w:t></w:r>${reference}`);
  const parts = unzipSync(marked);
  const relation = `<Relationship Id="own-comments" Type="http://x/comments" Target="comments.xml"/></Relationships>`;
  const relations = strFromU8(parts[RELATIONS]!).replace('</Relationships>', relation);
  const comment = `<w:comments><w:comment w:id="0" ${BY}><w:p>${run(words)}</w:p></w:comment></w:comments>`;
  const more = { [RELATIONS]: strToU8(relations), 'word/comments.xml': strToU8(comment) };
  return Buffer.from(zipSync({ ...parts, ...more }));
}
