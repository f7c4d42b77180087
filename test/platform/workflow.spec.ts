import { ConflictError } from '../../src/platform/errors.js';
import { Workflow } from '../../src/platform/workflow.js';

const door = new Workflow<'open' | 'shut' | 'locked', 'shut' | 'lock' | 'open'>(
  {
    shut: { from: ['open'], to: 'shut' },
    lock: { from: ['shut'], to: 'locked' },
    open: { from: ['shut', 'locked'], to: 'open' },
  },
  'error.door',
);

test('a state allows some moves, in the order of the table, and each leads to one state', () => {
  expect(door.allowedMoves('shut')).toEqual(['lock', 'open']);
  expect(door.allows('open', 'lock')).toBe(false);
  expect(door.move('shut', 'lock')).toBe('locked');
});

test('another move is a conflict that says why and with what', () => {
  const refused = (act: () => unknown) => {
    try {
      return act();
    } catch (error) {
      return error;
    }
  };
  expect(refused(() => door.move('open', 'lock', { id: 'a' }))).toEqual(
    new ConflictError('error.door', { id: 'a' }),
  );
  const byMove = new Workflow<'open' | 'shut', 'lock', string>(
    { lock: { from: ['shut'], to: 'locked' } },
    (name) => `error.${name}`,
  );
  expect(() => byMove.move('open', 'lock')).toThrow('error.lock');
});
