import { needed, type Seat, standsFor } from '../../../src/mechanisms/people/focal-point-needs.js';
import { Task } from '../../../src/mechanisms/tasks/task.entity.js';

const seat = (fields: Partial<Seat>): Seat => ({
  id: 'role',
  mechanismId: 'rabat',
  state: 'SEN',
  accountId: 'amina',
  fromDay: '2026-01-01',
  untilDay: null,
  holds: true,
  begins: false,
  ...fields,
});
const over = (fields: Partial<Seat> = {}) => seat({ untilDay: '2027-01-31', holds: false, ...fields });
const nothing = new Set<string>();

describe('a focal point has to be found', () => {
  test('when the last role of a State has ended', () => {
    const former = over({ id: 'earlier', untilDay: '2026-12-31' });
    expect(needed([over({ id: 'last' }), former], nothing)).toMatchObject([
      { mechanismId: 'rabat', subject: 'SEN', why: 'ended', causeId: 'last', accountId: null },
    ]);
  });

  test('not while a deputy is there, nor when somebody is to begin', () => {
    expect(needed([over(), seat({ accountId: 'deputy' })], nothing)).toEqual([]);
    expect(needed([over(), over({ id: 'next', begins: true, untilDay: null })], nothing)).toEqual([]);
  });

  test('for each mechanism and State by itself', () => {
    expect(needed([over(), seat({ state: 'MAR' }), seat({ mechanismId: 'bali' })], nothing)).toHaveLength(1);
  });

  test('when mail to one who speaks comes back, even if another is there; once for the person', () => {
    const two = [seat({}), seat({ accountId: 'deputy' })];
    expect(needed(two, new Set(['amina']))).toMatchObject([
      { why: 'bounced', causeId: 'amina', accountId: 'amina' },
    ]);
    expect(needed([over(), seat({ accountId: 'deputy' })], new Set(['amina']))).toEqual([]);
  });

  test('never for a State that had none', () => {
    expect(needed([], new Set(['amina']))).toEqual([]);
  });
});

describe('a task is seen to', () => {
  const task = (fields: Partial<Task>) =>
    Object.assign(new Task(), {
      mechanismId: 'rabat',
      subject: 'SEN',
      why: 'ended',
      accountId: null,
      openedAt: new Date('2027-02-10T09:00:00Z'),
      ...fields,
    });
  const bounced = task({ why: 'bounced', accountId: 'amina' });

  test('when somebody speaks for the State there', () => {
    expect(standsFor(task({}), [over()])).toBe(false);
    expect(standsFor(task({}), [over(), seat({ mechanismId: 'bali' })])).toBe(false);
    expect(standsFor(task({ why: 'round' }), [seat({})])).toBe(true);
  });

  test('after a bounce: when another has begun since, or the person no longer speaks', () => {
    const deputy = seat({ accountId: 'deputy' });
    expect(standsFor(bounced, [seat({})])).toBe(false);
    expect(standsFor(bounced, [seat({}), deputy])).toBe(false);
    expect(standsFor(bounced, [seat({}), seat({ accountId: 'new', fromDay: '2027-02-10' })])).toBe(true);
    expect(standsFor(bounced, [over(), deputy])).toBe(true);
    expect(standsFor(bounced, [over()])).toBe(false);
  });
});
