import fc from 'fast-check';
import { anyIndicator } from '../support/any-plan.js';
import { cellsOf, fieldsOfCells } from '../../src/indicators/indicator-cells.js';
import { Problem } from '../../src/platform/http/field.js';
import { readFields, readInput } from '../../src/platform/http/read-input.js';
import { IndicatorInput } from '../../src/indicators/indicator.dto.js';

it('an indicator as cells is read back to the same', () => {
  fc.assert(
    fc.property(anyIndicator, (input) => {
      expect(readInput(IndicatorInput, fieldsOfCells(cellsOf(input)))).toEqual(input);
    }),
    { numRuns: 500 },
  );
});

describe('targets', () => {
  it.each([
    ['2027: 40', [{ year: 2027, value: '40', text: null }]],
    [
      '2027: 1 250,5 | of all\n2028: in each region',
      [
        { year: 2027, value: '1250.5', text: 'of all' },
        { year: 2028, value: null, text: 'in each region' },
      ],
    ],
  ])('are written a line each: %j', (targets, expected) => {
    const fields = fieldsOfCells({ 'title.original': 'en', 'title.texts.en': 'x', targets });
    expect(readInput(IndicatorInput, fields).targets).toEqual(expected);
  });

  it('without a year are refused', () => {
    const fields = fieldsOfCells({ 'title.original': 'en', 'title.texts.en': 'x', targets: 'many' });
    expect(readFields(IndicatorInput, fields)).toBeInstanceOf(Problem);
  });
});
