import { typedList, typedWords } from '../../../src/platform/i18n/typed-list.js';

it.each([
  ['1.1, 2; 3\n4', ['1.1', '2', '3', '4']],
  ['B.2، C.1', ['B.2', 'C.1']],
  ['١٫١؛ ٢،٣', ['1.1', '2', '3']],
  ['\u200fA 1\u200e ، ', ['A 1']],
  ['', []],
  [null, []],
])('a list of codes as it is typed: %j', (typed, read) => {
  expect(typedList(typed)).toEqual(read);
});

it.each([
  ['9(a) 10(c),11', ['9(a)', '10(c)', '11']],
  ['٩(a)، 10(c)', ['9(a)', '10(c)']],
])('words without blanks: %j', (typed, read) => {
  expect(typedWords(typed)).toEqual(read);
});
