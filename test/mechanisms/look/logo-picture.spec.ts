import sharp from 'sharp';
import { drawLogo } from '../../../src/mechanisms/look/logo-picture.js';

const shape = (inside = '', size = 'viewBox="0 0 300 100"') =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size}>${inside}<rect width="300" height="100" fill="#0b5d66"/></svg>`,
  );
const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c8102e' } });
const errorsOf = (bytes: Buffer) =>
  drawLogo(bytes).then(
    () => null,
    ({ fields }: { fields: Record<string, { key: string }> }) => fields.file!.key,
  );

describe('a logo', () => {
  it.each([
    ['an SVG', () => Promise.resolve(shape()), [480, 160]],
    ['a large PNG', () => drawn(2400, 800).png().toBuffer(), [480, 160]],
    ['a photo', () => drawn(1000, 1000).jpeg().toBuffer(), [160, 160]],
    ['a WebP', () => drawn(3000, 300).webp().toBuffer(), [640, 64]],
    ['a small one, which stays small', () => drawn(40, 20).png().toBuffer(), [40, 20]],
  ])('%s is drawn anew as a small PNG', async (_, make, [width, height]) => {
    const logo = await drawLogo(await make());
    expect(logo).toMatchObject({ width, height });
    expect(logo.png.length).toBeLessThanOrEqual(10_000);
    expect((await sharp(logo.png).metadata()).format).toBe('png');
  });

  it('with a script and addresses of files in it reaches nobody but as a picture', async () => {
    const inside = '<script>alert(1)</script><image xlink:href="file:///etc/passwd" width="9" height="9"/>';
    const { png } = await drawLogo(shape(inside));
    expect(png.includes('script')).toBe(false);
    expect(png.equals((await drawLogo(shape())).png)).toBe(true);
  });

  it('with more detail than a page may weigh becomes smaller', async () => {
    const noise = Buffer.from(Array.from({ length: 300 * 100 * 3 }, (_, at) => (at * 7919) % 256));
    const busy = await sharp(noise, { raw: { width: 300, height: 100, channels: 3 } })
      .png()
      .toBuffer();
    expect((await drawLogo(busy)).png.length).toBeLessThanOrEqual(10_000);
  });

  it.each([
    ['text that is called logo.png', () => Promise.resolve(Buffer.from('hello')), 'error.logoKind'],
    ['a web page', () => Promise.resolve(Buffer.from('<!doctype html><p>x')), 'error.logoKind'],
    ['a moving picture', () => drawn(20, 20).gif().toBuffer(), 'error.logoKind'],
    ['nothing', () => Promise.resolve(Buffer.alloc(0)), 'error.fileEmpty'],
    [
      'an SVG that would be larger than memory',
      () => Promise.resolve(shape('', 'width="90000" height="90000"')),
      'error.logoKind',
    ],
  ])('%s is refused', async (_, make, key) => expect(await errorsOf(await make())).toBe(key));

  it('that would be drawn for hours is refused in time', async () => {
    const layers = '<feTurbulence baseFrequency="0.9" numOctaves="2000000"/>'.repeat(2000);
    const endless = `<filter id="f">${layers}</filter><rect filter="url(#f)" width="300" height="100"/>`;
    await expect(drawLogo(shape(endless), 1500)).rejects.toMatchObject({
      fields: { file: { key: 'error.logoKind' } },
    });
  });
});
