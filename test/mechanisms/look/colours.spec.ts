import { readFileSync } from 'node:fs';
import {
  accentIn,
  contrast,
  DARK,
  LIGHT,
  readColour,
  styleOf,
} from '../../../src/mechanisms/look/colours.js';
import { Problem } from '../../../src/platform/http/field.js';

const CHOSEN = [
  '#000000',
  '#ffffff',
  '#ffff00',
  '#f2c14e',
  '#0b5d66',
  '#c8102e',
  '#7f7f7f',
  '#00ff00',
  '#0033a0',
];
const THEMES = { light: LIGHT, dark: DARK };

describe("a mechanism's colour", () => {
  it.each(CHOSEN.flatMap((colour) => (['light', 'dark'] as const).map((theme) => ({ colour, theme }))))(
    '$colour can be read in the $theme theme, as text, on buttons and beside what is chosen',
    ({ colour, theme }) => {
      const { grounds, ink, onAccent } = THEMES[theme];
      const { accent, soft } = accentIn(colour, THEMES[theme]);
      const pairs = [...grounds, soft, onAccent].map((ground) => contrast(accent, ground));
      expect(Math.min(...pairs, contrast(ink, soft))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('stays as it was chosen where it can be read', () => {
    expect(accentIn('#0033a0', LIGHT).accent).toBe('#0033a0');
    expect(accentIn('#ffff00', DARK).accent).toBe('#ffff00');
    expect(styleOf('#ffff00')).toContain('border-block-start:4px solid #ffff00');
  });

  it('is measured against the colours that the sheet has', () => {
    const sheet = readFileSync('src/platform/web/styles/base.css', 'utf8');
    for (const name of ['ground', 'surface', 'sunken'])
      expect(sheet).toContain(
        `--${name}: light-dark(${{ ground: '#fafaf8, #14181a', surface: '#ffffff, #1c2123', sunken: '#f0f1ee, #262c2f' }[name]})`,
      );
    expect(sheet).toContain(`--ink: light-dark(${LIGHT.ink}, ${DARK.ink})`);
    expect(sheet).toContain(`--accent-ink: light-dark(${LIGHT.onAccent}, ${DARK.onAccent})`);
  });

  it.each([
    ['#0B5D66', '#0b5d66'],
    ['0b5d66', '#0b5d66'],
    ['#FC0', '#ffcc00'],
  ])('%s is typed for %s', (typed, read) => expect(readColour(typed)).toBe(read));

  it.each(['red', '#12', '#12345', 'url(x)', '#00000g', '}body{'])('%s is none', (typed) =>
    expect(readColour(typed)).toBeInstanceOf(Problem),
  );
});
