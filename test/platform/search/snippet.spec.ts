import fc from 'fast-check';
import { wordsOf } from '../../../src/platform/search/fold.js';
import { type SoughtWord, snippetOf } from '../../../src/platform/search/snippet.js';

const sought = (...words: string[]): SoughtWord[] => words.map((word) => ({ word, prefix: true, stems: [] }));
const plain = (text: string) => ({ text, language: 'en' });
const shown = (text: string, ...words: string[]) =>
  snippetOf([plain(text)], sought(...words))
    ?.parts.map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('');

describe('a snippet', () => {
  it('marks the words as they are written', () => {
    expect(shown('Éducation pour les Éducateurs', 'educat')).toBe('[Éducation] pour les [Éducateurs]');
    expect(shown('تعزيز الهِجرة الآمنة', 'الهجره')).toBe('تعزيز [الهِجرة] الآمنة');
  });

  it('begins shortly before what was looked for and ends with a whole word', () => {
    const long = `${'lorem ipsum '.repeat(50)}migration ${'dolor sit '.repeat(50)}`;
    const text = shown(long, 'migration')!;
    expect(text).toMatch(/^… (lorem|ipsum) .*\[migration\] dolor .*(dolor|sit) …$/);
    expect(text.length).toBeLessThan(240);
  });

  it('is of the text with most of the words', () => {
    const texts = [plain('border posts'), plain('training at the border')];
    expect(
      snippetOf(texts, sought('training', 'border'))!
        .parts.map(({ text }) => text)
        .join(''),
    ).toBe('training at the border');
    expect(snippetOf(texts, sought('absent'))).toBe(null);
  });

  it('is always a piece of the text, and marks nothing else than what was looked for', () => {
    const word = fc.constantFrom('border', 'Éducation', 'الهجرة', '移民', 'a', '𝔘𝔫𝔦');
    const text = fc.array(fc.tuple(word, fc.constantFrom(' ', '. ', ', ', '\n')), { maxLength: 80 });
    fc.assert(
      fc.property(
        text.map((pairs) => pairs.flat().join('')),
        word,
        (some, one) => {
          const [first] = wordsOf(one);
          const found = snippetOf([plain(some)], sought(first!));
          expect(found === null).toBe(!wordsOf(some).some((other) => other.startsWith(first!)));
          const inside =
            found?.parts
              .map((part) => part.text)
              .join('')
              .replace(/^… | …$/g, '') ?? '';
          expect(some).toContain(inside);
          for (const part of found?.parts.filter(({ marked }) => marked) ?? [])
            expect(wordsOf(part.text).some((other) => other.startsWith(first!))).toBe(true);
        },
      ),
    );
  });
});
