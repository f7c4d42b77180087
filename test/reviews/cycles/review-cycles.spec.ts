import { regionalCommissions } from '../../../src/mechanisms/registry/registry.data.js';
import { forumFormat, reviewCycles } from '../../../src/reviews/cycles/review-cycles.data.js';
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
  it('are the three regional rounds and the three Forums', () => {
    expect(reviewCycles.map((cycle) => cycle.id)).toEqual([
      ...['regional-1', 'imrf-2022', 'regional-2', 'imrf-2026', 'regional-3', 'imrf-2030'],
    ]);
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
    for (const id of ['imrf-2026', 'imrf-2030']) {
      expect(find(id, 'sg-report')).toMatchObject({ when: null, rule: { daysBeforeForum: 84 } });
      expect(find(id, 'hearing')).toMatchObject({ when: null, rule: { daysBeforeForum: 1 } });
    }
    expect(milestones.filter((one) => one.when === null).every((one) => one.rule !== undefined)).toBe(true);
  });

  it('is never a recalled date, place or symbol', () => {
    const shipped = JSON.stringify(reviewCycles);
    for (const recalled of ['2026-05-05', '2026-05-08', '2020-11-12', '2021-09-01', 'A/76/642', 'A/79/590']) {
      expect(shipped).not.toContain(recalled);
    }
    expect(find('imrf-2026', 'forum')?.when).toEqual({
      precision: 'month',
      start: '2026-05-01',
      end: '2026-05-31',
    });
    expect(find('regional-1', 'regional-conference', 'UNECE')?.when?.precision).toBe('year');
    expect(find('regional-2', 'regional-conference', 'ECLAC')).toMatchObject({
      when: { precision: 'year', start: '2024-01-01', end: '2025-12-31' },
      expected: true,
    });
    expect(find('regional-2', 'regional-conference', 'ESCAP')?.place).toBeUndefined();
  });
});

describe('upcoming cycles', () => {
  const upcoming = (now: string) => upcomingCycles(new Date(now)).map((cycle) => cycle.id);

  it('after the Forum of 2026 are the third round and the Forum of 2030', () => {
    expect(upcoming('2026-11-23T12:00:00Z')).toEqual(['regional-3', 'imrf-2030']);
  });

  it('hold a Forum known by its month until the month is over', () => {
    expect(upcoming('2026-05-31T23:59:00Z')[0]).toBe('imrf-2026');
    expect(upcoming('2026-06-01T00:00:00Z')).not.toContain('imrf-2026');
  });

  it('hold a round that is under way', () => {
    expect(upcoming('2029-06-01T00:00:00Z')).toEqual(['regional-3', 'imrf-2030']);
  });

  it('are none when all are over', () => {
    expect(upcoming('2031-01-01T00:00:00Z')).toEqual([]);
  });
});
