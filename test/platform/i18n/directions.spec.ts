import { formatDay, formatMoment } from '../../../src/platform/i18n/dates.js';
import { translator } from '../../../src/platform/i18n/i18n.js';
import { codeInText, headed } from '../../../src/platform/i18n/isolated.js';

describe('a code in a text', () => {
  it.each(['', '5a', '1.2.3', 'II.3', 'I-3', '12 bis'.replace(' ', '')])('%j is steady as it is', (code) => {
    expect(codeInText(code)).toBe(code);
  });
  it.each(['8(a)', 'A/RES/73/195', '3 bis', 'sdg:8.8'])('%j keeps its order by marks', (code) => {
    expect(codeInText(code)).toBe(`\u2066${code}\u2069`);
  });
  it('stands before its title, or alone', () => {
    expect(headed('5a', 'تدريب')).toBe('5a تدريب');
    expect(headed('', 'Title')).toBe('Title');
  });
});

describe('values in the texts of a language', () => {
  const ar = translator('ar');
  it('that are Latin keep their own order from right to left', () => {
    expect(ar('history.role.grant', { email: 'a@example.org' })).toContain('\u2068a@example.org\u2069');
    expect(ar('history.role.grant', { replace: { email: 'a@example.org' } })).toContain('\u2068a@');
  });
  it('that are not, or are isolated, or name a text, stay as they are', () => {
    expect(ar('history.role.grant', { email: 'كينيا' })).not.toContain('\u2068');
    expect(ar('history.role.grant', { email: '\u2068a\u2069' })).not.toContain('\u2068\u2068');
    expect(ar('error.person', { email: 'x', reason: 'error.zone' })).toContain(ar('error.zone'));
  });
  it('get no marks from left to right', () => {
    expect(translator('en')('history.role.grant', { email: 'a@example.org' })).not.toContain('\u2068');
  });
});

describe('a day', () => {
  it.each([
    ['fr', '2027-09-01', '1er septembre 2027'],
    ['fr', '2027-09-11', '11 septembre 2027'],
    ['fr', '2027-09-21', '21 septembre 2027'],
    ['es', '2027-09-01', '1 de septiembre de 2027'],
    ['en', '2027-09-01', '1 September 2027'],
  ])('in %s: %s is “%s”', (language, day, words) => expect(formatDay(day, language)).toBe(words));
  it('with its hour is the same ordinal in French', () => {
    expect(formatMoment(new Date('2027-09-01T07:00:00Z'), 'fr', 'UTC')).toMatch(/^1er septembre 2027/);
  });
});
