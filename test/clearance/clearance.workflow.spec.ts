import fc from 'fast-check';
import {
  afterAct,
  CLEARANCE_ACTS,
  CLEARANCE_STATES,
  clearanceWorkflow,
  nextStep,
} from '../../src/clearance/clearance.workflow.js';

const steps = (...owners: string[]) => owners.map((accountId) => ({ accountId }));

describe('clearance', () => {
  test('goes from step to step, and is cleared after the last', () => {
    expect(afterAct('waiting', 'pass', 1)).toBe('waiting');
    expect(afterAct('waiting', 'pass', 0)).toBe('cleared');
    expect(afterAct('waiting', 'move-on', 0)).toBe('cleared');
    expect(afterAct('cleared', 'submit', 0)).toBe('done');
  });

  test('ends where it is sent back, taken back or the text changed, and can begin again', () => {
    expect(afterAct('waiting', 'return', 2)).toBe('returned');
    expect(afterAct('waiting', 'stop', 2)).toBe('stopped');
    expect(afterAct('waiting', 'change', 2)).toBe('stopped');
    for (const state of ['returned', 'stopped', 'done'] as const)
      expect(afterAct(state, 'start', 2)).toBe('waiting');
  });

  test('leads nowhere else', () => {
    const allowed = CLEARANCE_STATES.flatMap((state) =>
      CLEARANCE_ACTS.filter((act) => clearanceWorkflow.allows(state, act)).map((act) => `${state} ${act}`),
    );
    expect(allowed).toEqual([
      'waiting pass',
      'waiting return',
      'waiting move-on',
      'waiting stop',
      'waiting change',
      'returned start',
      'stopped start',
      'cleared submit',
      'done start',
    ]);
    expect(() => afterAct('returned', 'pass', 0)).toThrow('error.clearance.move');
  });

  test('asks nobody about what they have handed on themselves', () => {
    expect(nextStep(steps('a', 'b', 'c'), 0, 'a')).toBe(1);
    expect(nextStep(steps('a', 'a', 'c'), 0, 'a')).toBe(2);
    expect(nextStep(steps('a', 'b', 'a'), 0, 'a')).toBe(1);
    expect(nextStep(steps('a'), 0, 'a')).toBe(1);
    expect(nextStep(steps('b', 'a'), 0, 'a')).toBe(0);
    expect(nextStep(steps('a', 'b'), 0, null)).toBe(0);
  });

  test('never skips a step that is somebody else’s', () => {
    const owner = fc.constantFrom('a', 'b', 'c');
    fc.assert(
      fc.property(fc.array(owner), owner, fc.nat(8), (owners, actor, from) => {
        const start = Math.min(from, owners.length);
        const at = nextStep(steps(...owners), start, actor);
        expect(owners.slice(start, at).every((one) => one === actor)).toBe(true);
        expect(at === owners.length || owners[at] !== actor).toBe(true);
      }),
    );
  });
});
