import { cleanText, directionOf, languageTag, safeLink } from '../../../src/platform/documents/clean.js';

describe('cleanText', () => {
  it('takes out what no file format can hold, and says so where a letter is lost', () => {
    expect(cleanText('a\u0000b\u0007c\u009fd\ufffee\ufeff')).toBe('abcde');
    expect(cleanText('lone \ud800 half')).toBe('lone \ufffd half');
    expect(cleanText('pair 😀')).toBe('pair 😀');
  });

  it('knows one line break', () => {
    expect(cleanText('a\r\nb\rc\u2028d\u000be\tf')).toBe('a\nb\nc\nd\ne f');
  });

  it('undoes the hidden: soft hyphens and direction overrides', () => {
    expect(cleanText('mi\u00adgra\u00adtion \u202eerom')).toBe('migration erom');
  });
});

describe('safeLink', () => {
  it('lets a reader follow only the web and mail', () => {
    expect(safeLink('https://www.un.org/a b')).toBe('https://www.un.org/a%20b');
    expect(safeLink('mailto:a@b.org')).toBe('mailto:a@b.org');
    for (const link of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      '/relative',
      'nothing',
      '',
    ])
      expect(safeLink(link)).toBeUndefined();
  });
});

describe('languages', () => {
  it('are well-formed or not given', () => {
    expect(languageTag('ar-EG')).toBe('ar-EG');
    expect(languageTag('en"><')).toBeUndefined();
    expect(languageTag('x')).toBeUndefined();
  });

  it('have a direction', () => {
    expect(directionOf('ar-EG')).toBe('rtl');
    expect(directionOf('fr')).toBe('ltr');
    expect(directionOf(undefined)).toBeUndefined();
  });
});
