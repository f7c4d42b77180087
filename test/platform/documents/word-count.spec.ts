import { wordsIn } from '../../../src/platform/documents/word-count.js';

it('counts Chinese characters, not their punctuation', () => {
  expect(wordsIn('移民，GCM 数据。')).toBe(5);
});
