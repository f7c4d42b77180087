import fc from 'fast-check';
import { codeKept, keptCode } from '../../../src/exchange/changed/kept-code.js';

it.each([
  ['12/03/2025', "'12/03/2025"],
  ['10-Jul', "'10-Jul"],
  ['1E+01', "'1E+01"],
  ["'1/2/2026", "''1/2/2026"],
  ['1.2', '1.2'],
  ['A.1', 'A.1'],
  ["'A.1", "'A.1"],
  ['', ''],
])('writes the code %s as %s', (code, written) => expect(keptCode(code)).toBe(written));

const code = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc
    .tuple(fc.constantFrom('', "'", "''"), fc.constantFrom('1/2/2026', '10-Jul', '2E+3', '1.2', '7月10日'))
    .map(([before, text]) => before + text),
);

it('reads each code as it was written', () => {
  fc.assert(fc.property(code, (text) => (codeKept(keptCode(text)) ?? keptCode(text)) === text));
});
