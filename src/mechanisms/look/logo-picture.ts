import type { SharpConstructor } from 'sharp';
import { InvalidError } from '../../platform/errors.js';

/** Of the file that is sent. */
export const MAX_LOGO_BYTES = 2_000_000;
/** Of the picture that is kept: a first page may weigh 60 KB in all, and some 48 of them are taken. */
const MOST_BYTES = 10_000;
/** Twice and more of what a page shows, for sharp screens and for paper; a heavy one is made smaller. */
const HEIGHTS = [160, 120, 96, 80, 64];
/** Of a name that is written long. */
const WIDEST = 4;
const MOST_PIXELS = 40_000_000;
const KINDS = new Set(['png', 'jpeg', 'webp', 'svg']);

export interface LogoPicture {
  png: Buffer;
  width: number;
  height: number;
}

/**
 * A logo as the picture that is kept, a PNG drawn anew from what was sent. An SVG is drawn too: nothing that it holds
 * (scripts, addresses) reaches anybody. What it is is read from its content. Throws InvalidError on `file`.
 */
export async function drawLogo(bytes: Buffer): Promise<LogoPicture> {
  if (bytes.length === 0) throw InvalidError.field('file', 'error.fileEmpty');
  const sharp = await library();
  const read = () => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
  try {
    const { format } = await read().metadata();
    if (!KINDS.has(format)) throw InvalidError.field('file', 'error.logoKind');
    for (const height of HEIGHTS) {
      const { data, info } = await read()
        .timeout({ seconds: 10 })
        .autoOrient()
        .resize({
          ...{ width: height * WIDEST, height, fit: 'inside' },
          withoutEnlargement: format !== 'svg',
        })
        .png({ palette: true, compressionLevel: 9, effort: 10 })
        .toBuffer({ resolveWithObject: true });
      if (data.length <= MOST_BYTES) return { png: data, width: info.width, height: info.height };
    }
  } catch (error) {
    if (error instanceof InvalidError) throw error;
    throw InvalidError.field('file', 'error.logoKind');
  }
  throw InvalidError.field('file', 'error.logoHeavy');
}

let loaded: Promise<SharpConstructor> | undefined;

/** Loaded for the first logo; of all that it can read, it reads these four kinds. */
function library() {
  loaded ??= import('sharp').then(({ default: sharp }) => {
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({
      operation: ['Png', 'Jpeg', 'Webp', 'Svg'].map((kind) => `VipsForeignLoad${kind}Buffer`),
    });
    return sharp;
  });
  return loaded;
}
