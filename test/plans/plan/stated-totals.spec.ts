import { readInput } from '../../../src/platform/http/read-input.js';
import { PlanInput, statedTotalText } from '../../../src/plans/plan/plan.dto.js';
import { isSameWord, totalsOf } from '../../../src/plans/plan/stated-totals.js';

describe('stated totals', () => {
  it('come back from a form’s line, also with a line separator in their source, which is a blank there', () => {
    const statedTotals = [{ level: 'actions', count: 125, source: 'the plan\u2028 p. 4' }];
    const fields = { title: { original: 'en', texts: { en: 'A plan' } }, kind: 'annual' };
    const line = statedTotals.map(statedTotalText).join('\n');
    expect(readInput(PlanInput, { ...fields, statedTotals: line }).statedTotals).toEqual([
      { level: 'actions', count: 125, source: 'the plan p. 4' },
    ]);
  });

  it('stand beside the count of the level they name, also where they contradict it and each other', () => {
    const stated = [
      { level: 'actions', count: 125, source: 'the plan, p. 4' },
      { level: 'Actions', count: 127, source: 'the web site' },
      { level: 'domains', count: 5, source: null },
    ];
    expect(totalsOf(['Domain', 'Objective', 'Action'], [5, 10, 3], stated)).toEqual([
      { name: 'Domain', level: 1, counted: 5, stated: [{ count: 5, source: null }] },
      { name: 'Objective', level: 2, counted: 10, stated: [] },
      {
        name: 'Action',
        level: 3,
        counted: 3,
        stated: [
          { count: 125, source: 'the plan, p. 4' },
          { count: 127, source: 'the web site' },
        ],
      },
    ]);
  });

  it('stand by themselves where no level has that name', () => {
    const stated = [{ level: 'initiatives', count: 16, source: null }];
    expect(totalsOf([], [4], stated)).toEqual([
      { name: null, level: 1, counted: 4, stated: [] },
      { name: 'initiatives', level: null, counted: null, stated: [{ count: 16, source: null }] },
    ]);
  });

  it.each([
    ['Action', 'actions', true],
    ['Activité', 'activités', true],
    ['Activity', 'activities', true],
    ['Specific objective', 'Specific  objectives', true],
    ['Action', 'Activity', false],
    ['Goal', 'Good', false],
    ['Objective', 'Objectively measured result', false],
  ])('%s and %s', (one, other, same) => expect(isSameWord(one, other)).toBe(same));
});
