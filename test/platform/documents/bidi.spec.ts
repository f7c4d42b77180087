import { directedPieces } from '../../../src/platform/documents/bidi.js';

const marked = (texts: string[], base: 'ltr' | 'rtl') =>
  directedPieces(
    texts.map((text) => ({ text })),
    base,
  ).map((pieces) => pieces.map(({ text, rightToLeft }) => (rightToLeft ? `<${text}>` : text)));

describe('directedPieces', () => {
  it('leaves left-to-right text in one piece', () => {
    expect(marked(['Plain text (2018).', ' More.'], 'ltr')).toEqual([['Plain text (2018).'], [' More.']]);
  });

  it('gives the spaces and figures between two words of a direction to that direction', () => {
    expect(marked(['دعم GCM objective 23 هنا'], 'rtl')).toEqual([['<دعم >', 'GCM objective 23', '< هنا>']]);
    expect(marked(['See العمل الدولي, page 3'], 'ltr')).toEqual([['See ', '<العمل الدولي>', ', page 3']]);
  });

  it('leaves figures after an Arabic word to the paragraph', () => {
    expect(marked(['الفقرة 48 من'], 'rtl')).toEqual([['<الفقرة 48 من>']]);
  });

  it('keeps brackets with what they close around', () => {
    expect(marked(['بدعم IOM (UN) ومن'], 'rtl')).toEqual([['<بدعم >', 'IOM (UN)', '< ومن>']]);
    expect(marked(['العالمي (Model BLA) هنا'], 'rtl')).toEqual([['<العالمي (>', 'Model BLA', '<) هنا>']]);
    expect(marked(['العمل (ILO).'], 'rtl')).toEqual([['<العمل (>', 'ILO', '<).>']]);
  });

  it('reads a paragraph across its runs', () => {
    expect(marked(['نص ', 'bold', ' and ', 'more'], 'rtl')).toEqual([
      ['<نص >'],
      ['bold'],
      [' and '],
      ['more'],
    ]);
  });

  it('sets a stretch with a stated direction apart', () => {
    const [, range] = directedPieces([{ text: 'من ' }, { text: '10-12', direction: 'ltr' }], 'rtl');
    expect(range).toEqual([{ text: '10-12', rightToLeft: false }]);
  });

  it('keeps marks with their letters and never loses a character', () => {
    const text = 'مُقَدِّمة e\u0301t\u0301 )][( «x» \u200f 😀';
    expect(
      directedPieces([{ text }], 'rtl')
        .flat()
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});
