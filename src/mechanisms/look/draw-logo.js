// A program of its own: draws the logo that it is sent anew, and answers in JSON. What is sent may keep its drawer busy
// without end, and nothing but the end of the process stops that.
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';

/** Of the picture that is kept: a first page may weigh 60 KB in all, and some 48 of them are taken. */
const MOST_BYTES = 10_000;
/** Twice and more of what a page shows, for sharp screens and for paper; a heavy one is made smaller. */
const HEIGHTS = [160, 120, 96, 80, 64];
/** Of a name that is written long. */
const WIDEST = 4;
const MOST_PIXELS = 40_000_000;
const KINDS = new Set(['png', 'jpeg', 'webp', 'svg']);

// Of all that it can read, it reads these four kinds.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Png', 'Jpeg', 'Webp', 'Svg'].map((kind) => `VipsForeignLoad${kind}Buffer`),
});

async function drawn(bytes) {
  const read = () => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
  const { format } = await read().metadata();
  if (!KINDS.has(format)) return { error: 'error.logoKind' };
  for (const height of HEIGHTS) {
    const { data, info } = await read()
      .autoOrient()
      .resize({ width: height * WIDEST, height, fit: 'inside', withoutEnlargement: format !== 'svg' })
      .png({ palette: true, compressionLevel: 9, effort: 10 })
      .toBuffer({ resolveWithObject: true });
    if (data.length <= MOST_BYTES)
      return { png: data.toString('base64'), width: info.width, height: info.height };
  }
  return { error: 'error.logoHeavy' };
}

const answer = await drawn(await buffer(process.stdin)).catch(() => ({ error: 'error.logoKind' }));
process.stdout.write(JSON.stringify(answer));
