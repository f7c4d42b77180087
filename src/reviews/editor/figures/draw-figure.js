// A program of its own: draws the figure that it is sent anew, without what a camera wrote into it, and answers in JSON.
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';

/** Of the picture that is kept: it stands in every version and file of its document. */
const MOST_BYTES = 500_000;
/** The first is more than twice what a page shows, for paper; a heavy one is made smaller. */
const WIDTHS = [1600, 1200, 900, 700, 500];
/** No picture is higher than a page. */
const HIGHEST = 1.3;
const MOST_PIXELS = 50_000_000;
const KINDS = new Set(['png', 'jpeg']);

// Of all that it can read, it reads these two kinds.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['Png', 'Jpeg'].map((kind) => `VipsForeignLoad${kind}Buffer`) });

async function drawn(bytes) {
  const read = () => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
  const { format } = await read().metadata();
  if (!KINDS.has(format)) return { error: 'error.figureKind' };
  for (const width of WIDTHS)
    for (const palette of [false, true]) {
      const { data, info } = await read()
        .autoOrient()
        .resize({ width, height: Math.round(width * HIGHEST), fit: 'inside', withoutEnlargement: true })
        .png({ palette, compressionLevel: 9 })
        .toBuffer({ resolveWithObject: true });
      if (data.length <= MOST_BYTES)
        return { png: data.toString('base64'), width: info.width, height: info.height };
    }
  return { error: 'error.figureHeavy' };
}

const answer = await drawn(await buffer(process.stdin)).catch(() => ({ error: 'error.figureKind' }));
process.stdout.write(JSON.stringify(answer));
