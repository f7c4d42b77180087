import { fileURLToPath } from 'node:url';
import type { Picture } from '../../../platform/documents/document.js';
import { drawnApart } from '../../../platform/files/drawn-apart.js';

/** Of the file that is sent. */
export const MAX_FIGURE_BYTES = 10_000_000;
const PROGRAM = fileURLToPath(new URL('./draw-figure.js', import.meta.url));
/** As wide as the text of a page. */
const WIDEST = 640;

/** A picture for a document from a PNG or JPEG file. Throws InvalidError on `file`, UnavailableError where others are being drawn. */
export async function figurePicture(bytes: Buffer, text: string): Promise<Picture> {
  const { png, width, height } = await drawnApart(PROGRAM, bytes, { unread: 'error.figureKind' });
  const scale = Math.min(1, WIDEST / width);
  return {
    base64: png.toString('base64'),
    width: Math.round(width * scale),
    height: Math.round(height * scale),
    text,
  };
}
