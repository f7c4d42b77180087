import { statesNamedIn } from '../../../src/reviews/compilation/names-a-state.js';

const said = (text: string) => [{ type: 'paragraph' as const, runs: [{ text }] }];

test.each([
  ['The Kenyan coast guard of Kenya shared a list.', ['KEN']],
  ['Le point de contact du Sénégal a été nommé.', ['SEN']],
  ['أبلغت كينيا والسنغال الأمانة.', ['KEN', 'SEN']],
  ['Two officers from Cote d’Ivoire took part.', ['CIV']],
  ['A niger-based team', ['NER']],
  ['The nigerian coast', []],
  ['Nobody is named.', []],
])('%s', (text, codes) => {
  expect(statesNamedIn(said(text), ['KEN', 'SEN', 'CIV', 'NER', 'NGA']).sort()).toEqual([...codes].sort());
});
