/** Kinds accepted, with the endings their names may have; the first is given to a name with another. */
export const ENDINGS: ReadonlyMap<string, readonly string[]> = new Map([
  ['application/pdf', ['pdf']],
  ['image/png', ['png']],
  ['image/jpeg', ['jpg', 'jpeg']],
  ['image/webp', ['webp']],
  ['text/plain', ['txt']],
  ['text/csv', ['csv']],
  ['application/rtf', ['rtf']],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', ['docx']],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ['xlsx']],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', ['pptx']],
  ['application/vnd.oasis.opendocument.text', ['odt']],
  ['application/vnd.oasis.opendocument.spreadsheet', ['ods']],
  ['application/vnd.oasis.opendocument.presentation', ['odp']],
]);
/**
 * A name to show and to save under: no path, no control characters, none of those that turn the direction of what
 * follows ("cod.exe" reads "exe.doc"). Its ending is that of what the file is: a PDF that is also a web page would else
 * be saved as one.
 */
export function savedName(name: string, mediaType: string): string {
  const clean = name
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029"]/gu, '')
    .trim();
  const endings = ENDINGS.get(mediaType) ?? [];
  const ending = /\.([^.]*)$/.exec(clean)?.[1]?.toLowerCase() ?? '';
  const whole = endings.includes(ending) ? clean : `${clean || 'file'}.${endings[0]}`;
  return whole.slice(-180).toWellFormed();
}
