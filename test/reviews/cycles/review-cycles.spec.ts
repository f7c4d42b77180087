import { regionalCommissions } from '../../../src/mechanisms/registry/registry.data.js';
import {
  forumFormat,
  shippedCycles as reviewCycles,
} from '../../../src/reviews/cycles/review-cycles.data.js';
import {
  reviewCycle,
  ruleDay,
  upcomingCycles,
  type MilestoneCode,
  type Period,
} from '../../../src/reviews/cycles/review-cycles.js';

const milestones = reviewCycles.flatMap((cycle) => cycle.milestones);
const find = (id: string, code: MilestoneCode, commission?: string) =>
  reviewCycle(id)?.milestones.find(
    (one) => one.code === code && (commission === undefined || one.commission === commission),
  );
const lastDay = (month: string) => {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, number, 0)).toISOString().slice(0, 10);
};

describe('review cycles', () => {
  it('are the three regional rounds and the three Forums, and a summit of another process', () => {
    expect(reviewCycles.map((cycle) => cycle.id)).toEqual([
      ...['regional-1', 'imrf-2022', 'regional-2', 'gfmd-2025', 'imrf-2026', 'regional-3', 'imrf-2030'],
    ]);
    for (const { milestones: own } of reviewCycles)
      expect(new Set(own.map(({ key }) => key)).size).toBe(own.length);
    expect(reviewCycle('regional-3')).toMatchObject({ kind: 'regional', number: 3, feeds: 'imrf-2030' });
    expect(reviewCycle('imrf-2034')).toBeUndefined();
  });

  it('come every four years, the regional round two years before its Forum', () => {
    const first = (kind: string) =>
      reviewCycles.filter((one) => one.kind === kind).map((one) => one.years.first);
    expect(first('imrf')).toEqual([2022, 2026, 2030]);
    expect(first('regional')).toEqual([2020, 2024, 2028]);
    for (const cycle of reviewCycles.filter((one) => one.kind === 'regional')) {
      expect(reviewCycle(cycle.feeds!)?.years.first).toBe(cycle.years.first + 2);
    }
  });

  it('keep their milestones inside the precision they state', () => {
    const periods = [...reviewCycles, ...milestones.map((one) => ({ period: one.when }))].map(
      (one) => one.period,
    );
    for (const period of periods.filter((one): one is Period => one !== null)) {
      expect(new Date(period.start).toISOString().slice(0, 10)).toBe(period.start);
      expect(period.end >= period.start).toBe(true);
      if (period.precision === 'month') {
        expect(period.start.slice(8)).toBe('01');
        expect(period.end).toBe(lastDay(period.end.slice(0, 7)));
      }
      if (period.precision === 'year') {
        expect([period.start.slice(5), period.end.slice(5)]).toEqual(['01-01', '12-31']);
      }
    }
  });

  it('name a source for every milestone and only known commissions', () => {
    const commissions: string[] = regionalCommissions.map((one) => one.code);
    for (const one of milestones) {
      expect(one.source).not.toBe('');
      if (one.commission) expect(commissions).toContain(one.commission);
    }
    for (const round of ['regional-1', 'regional-2']) {
      const held = reviewCycle(round)!.milestones.filter((one) => one.code === 'regional-conference');
      expect(new Set(held.map((one) => one.commission)).size).toBe(5);
    }
  });
});

describe('the Forum of 2022', () => {
  it('has the days of the record', () => {
    expect(find('imrf-2022', 'forum')).toMatchObject({
      when: { precision: 'day', start: '2022-05-17', end: '2022-05-20' },
      place: 'UN Headquarters, New York',
      expected: false,
    });
    expect(reviewCycle('imrf-2022')?.outcomes).toEqual([
      { symbol: 'A/RES/76/266', endorsedOn: '2022-06-07' },
    ]);
  });

  it('follows the rules on its hearing and its report', () => {
    for (const code of ['hearing', 'sg-report'] as const) {
      const milestone = find('imrf-2022', code)!;
      expect(milestone.when?.start).toBe(ruleDay(milestone.rule!, '2022-05-17'));
    }
    expect(find('imrf-2022', 'sg-report')?.expected).toBe(true);
    expect(find('imrf-2022', 'sg-report')?.rule?.daysBeforeForum).toBe(forumFormat.reportWeeksBefore * 7);
  });
});

describe('what is only expected', () => {
  it('says so', () => {
    for (const id of ['imrf-2026', 'regional-3', 'imrf-2030']) {
      expect(reviewCycle(id)?.expected).toBe(true);
      expect(reviewCycle(id)?.outcomes).toEqual([]);
      expect(reviewCycle(id)?.doubts).not.toEqual([]);
      expect(reviewCycle(id)?.milestones.every((one) => one.expected && one.doubts.length > 0)).toBe(true);
    }
  });

  it('has no day where the opening day of the Forum is not known', () => {
    expect(find('imrf-2030', 'sg-report')).toMatchObject({ when: null, rule: { daysBeforeForum: 84 } });
    expect(find('imrf-2030', 'hearing')).toMatchObject({ when: null, rule: { daysBeforeForum: 1 } });
    expect(milestones.filter((one) => one.when === null).every((one) => one.rule !== undefined)).toBe(true);
  });

  it('has the announced days of the Forum of 2026, and no outcome of it', () => {
    expect(find('imrf-2026', 'forum')?.when).toEqual({
      ...{ precision: 'day', start: '2026-05-05', end: '2026-05-08' },
    });
    for (const code of ['hearing', 'sg-report'] as const) {
      const milestone = find('imrf-2026', code)!;
      expect(milestone.when?.start).toBe(ruleDay(milestone.rule!, '2026-05-05'));
    }
    const shipped = JSON.stringify(reviewCycle('imrf-2026'));
    expect(shipped).not.toMatch(/A\/RES\/80|A\/80\//);
  });

  it('is the plenary on the report of 2024 and all that is said of 2028', () => {
    expect(find('regional-2', 'plenary')).toMatchObject({ expected: true, when: { precision: 'month' } });
    expect(find('regional-2', 'sg-report')).toMatchObject({
      expected: false,
      when: { start: '2024-12-05' },
    });
    expect(find('regional-3', 'sg-report')).toMatchObject({ expected: true, when: { precision: 'year' } });
  });
});

describe('the regional conferences', () => {
  it.each([
    ['regional-1', 'UNECE', '2020-11-12', '2020-11-13'],
    ['regional-1', 'ESCWA', '2021-02-24', '2021-02-25'],
    ['regional-1', 'ECA', '2021-08-31', '2021-09-01'],
    ['regional-2', 'UNECE', '2024-03-11', '2024-03-11'],
    ['regional-2', 'ECA', '2024-10-09', '2024-10-10'],
    ['regional-2', 'ESCAP', '2025-02-04', '2025-02-06'],
    ['regional-2', 'ECLAC', '2025-03-18', '2025-03-20'],
  ])('of %s, %s, have their days', (round, commission, start, end) => {
    expect(find(round, 'regional-conference', commission)).toMatchObject({
      when: { precision: 'day', start, end },
      expected: false,
    });
  });
});

describe('upcoming cycles', () => {
  const upcoming = (now: string) => upcomingCycles(new Date(now)).map((cycle) => cycle.id);

  it('after the Forum of 2026 are the third round and the Forum of 2030', () => {
    expect(upcoming('2026-11-23T12:00:00Z')).toEqual(['regional-3', 'imrf-2030']);
  });

  it('hold a Forum until its last day is over', () => {
    expect(upcoming('2026-05-08T23:59:00Z')[0]).toBe('imrf-2026');
    expect(upcoming('2026-05-09T00:00:00Z')).not.toContain('imrf-2026');
  });

  it('hold a round that is under way', () => {
    expect(upcoming('2029-06-01T00:00:00Z')).toEqual(['regional-3', 'imrf-2030']);
  });

  it('are none when all are over', () => {
    expect(upcoming('2031-01-01T00:00:00Z')).toEqual([]);
  });
});
