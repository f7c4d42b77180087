import { fileURLToPath } from 'node:url';
import { type DrawnPicture, drawnApart } from '../../platform/files/drawn-apart.js';

/** Of the file that is sent. */
export const MAX_LOGO_BYTES = 2_000_000;
const PROGRAM = fileURLToPath(new URL('./draw-logo.js', import.meta.url));

/**
 * A logo as the picture that is kept, a PNG drawn anew from what was sent. An SVG is drawn too: nothing that it holds
 * (scripts, addresses) reaches anybody. Throws InvalidError on `file`, UnavailableError where others are being drawn.
 */
export const drawLogo = (bytes: Buffer, longest?: number): Promise<DrawnPicture> =>
  drawnApart(PROGRAM, bytes, { unread: 'error.logoKind', ...(longest !== undefined && { longest }) });
