import { referencesCell } from '../../../src/exchange/cells/list-cells.js';
import { textCell } from '../../../src/exchange/cells/text-cells.js';
import type { CellContext } from '../../../src/exchange/cell.js';
import { readInput } from '../../../src/platform/http/read-input.js';
import { codeText } from '../../../src/platform/i18n/code-text.js';
import { ItemInput } from '../../../src/plans/items/item.dto.js';
import { IndicatorInput } from '../../../src/indicators/indicator.dto.js';

/* Two codes that look alike are the same, wherever they were typed or brought. */

const item = readInput(ItemInput, { title: { original: 'en', texts: { en: 'A title' } } });
const CONTEXT: CellContext = {
  language: 'en',
  textLanguage: 'en',
  dayOrder: null,
  unknownOwner: 'partner',
};

it.each([
  ['with a zero-width blank from a web page', '\u200b1.2'],
  ['with marks of direction from an Arabic text', '\u200f1.2\u200e'],
  ['with the mark at the beginning of a file', '\ufeff1.2'],
  ['with a soft hyphen from Word', '1.\u00ad2'],
  ['with a blank that does not break', '\u00a01.2\u202f'],
  ['with a joiner and an isolate', '\u20681.\u200d2\u2069'],
  ['on two lines', '1.2\u2028'],
  ['turned round', '\u202e1.2'],
])('a code is kept as it looks: %s', (_, code) => {
  const title = { original: 'en', texts: { en: 'A title' } };
  expect(codeText(code)).toBe('1.2');
  expect(readInput(ItemInput, { title, code, references: [`sdg:${code}`] })).toMatchObject({
    code: '1.2',
    references: [{ framework: 'sdg', code: '1.2' }],
  });
  expect(readInput(IndicatorInput, { title, code }).code).toBe('1.2');
  const brought = (cell: ReturnType<typeof textCell>, text: string) => {
    const read = cell.parse(text, CONTEXT);
    return 'set' in read ? read.set(item) : read;
  };
  expect(brought(textCell('code', 40), code)).toMatchObject({ code: '1.2' });
  expect(brought(referencesCell('sdg'), code)).toMatchObject({ references: [{ code: '1.2' }] });
});

it.each(['1-2', 'II (a)', 'أ-١', '１.２', 'A–1', '5°'])('what is seen of a code stays: %s', (code) => {
  expect(codeText(code)).toBe(code);
});
