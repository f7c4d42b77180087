import { ChangesInput } from '../../src/plan-table/table.dto.js';
import type { InvalidError } from '../../src/platform/errors.js';
import { readInput } from '../../src/platform/http/read-input.js';

it('does not read a list that is too long: one message, not one for each of its rows', () => {
  const changes = Array.from({ length: 10_000 }, () => ({}));
  expect.assertions(1);
  try {
    readInput(ChangesInput, { changes });
  } catch (error) {
    expect((error as InvalidError).fields).toEqual({ changes: { key: 'table.problem.tooMany' } });
  }
});
