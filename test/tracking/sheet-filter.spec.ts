import type { PlanItem } from '../../src/plans/plan/plan.entity.js';
import { readInput } from '../../src/platform/http/read-input.js';
import { type ItemReports, NO_REPORTS } from '../../src/progress/access/item-reports.js';
import { filterText } from '../../src/tracking/sheet-address.js';
import { matches, sorted } from '../../src/tracking/sheet-filter.js';
import { SheetQuery } from '../../src/tracking/sheet.dto.js';

const said = (at: string) => ({
  ...{ entryId: 'e', reporterKind: 'state' as const, reporter: 'KEN', at: new Date(at) },
});
const line = (code: string, item: Partial<PlanItem> = {}, reports: Partial<ItemReports> = {}) => ({
  item: {
    code,
    title: { original: 'fr', texts: { fr: 'Échange d’informations' } },
    status: null,
    whenStart: null,
    whenEnd: null,
    owners: [],
    objectives: [],
    ...item,
  } as unknown as PlanItem,
  reports: { ...NO_REPORTS, ...reports },
});
const LINES = [
  line('10', { status: 'ongoing', whenStart: '2027-01-01', whenEnd: '2027-03-31' }),
  line('2', { owners: [{ kind: 'state', subject: 'KEN' }] as never }, { last: said('2026-10-02T10:00:00Z') }),
  line('1', { objectives: [{ objective: 9, letter: 'a' }] as never }, { waiting: 2, status: 'completed' }),
];
const found = (query: Record<string, unknown>) => {
  const read = readInput(SheetQuery, query);
  return sorted(
    LINES.filter((one) => matches(one, read)),
    read,
    'en',
  ).map(({ item }) => item.code);
};

describe('a plan’s sheet', () => {
  it.each<[query: Record<string, unknown>, codes: string[]]>([
    [{}, ['10', '2', '1']],
    [{ status: 'ongoing' }, ['10']],
    [{ status: ['ongoing', 'none'] }, ['10', '2', '1']],
    [{ status: 'ongoing,none' }, ['10', '2', '1']],
    [{ owner: 'state:KEN' }, ['2']],
    [{ owner: 'none' }, ['10', '1']],
    [{ dueFrom: '2027-03-31' }, ['10']],
    [{ dueUntil: '2026-12-31' }, []],
    [{ undated: 'on' }, ['2', '1']],
    [{ objective: '9' }, ['1']],
    [{ objective: '0' }, ['10', '2']],
    [{ reported: 'never' }, ['10', '1']],
    [{ reported: 'ever' }, ['2']],
    [{ reported: 'before', reportedDay: '2026-10-02' }, ['10', '1']],
    [{ reported: 'before', reportedDay: '2026-10-03' }, ['10', '2', '1']],
    [{ waiting: 'on' }, ['1']],
    [{ differs: 'on' }, ['1']],
    [{ q: "ECHANGE D'INFO" }, ['10', '2', '1']],
    [{ q: '10' }, ['10']],
    [{ sort: 'code' }, ['1', '2', '10']],
    [{ sort: 'code', desc: 'on' }, ['10', '2', '1']],
    // What was never reported on comes last, whichever way.
    [{ sort: 'reported', desc: 'on' }, ['2', '10', '1']],
  ])('is narrowed down and sorted: %j', (query, codes) => expect(found(query)).toEqual(codes));

  it.each([{ status: 'x' }, { dueFrom: 'tomorrow' }, { objective: '99' }, { sort: 'x' }, { owner: '' }])(
    'is shown whole where an address is wrong: %j',
    (query) => expect(found(query)).toEqual(['10', '2', '1']),
  );

  it('is found again by the address of its filter', () => {
    const query = { status: ['ongoing', 'none'], objective: '0', desc: 'on', columns: ['when', 'status'] };
    const text = filterText(readInput(SheetQuery, query));
    expect(text).toBe('status=ongoing,none&objective=0&desc=on&columns=status,when');
    const again = readInput(SheetQuery, Object.fromEntries(new URLSearchParams(text)));
    expect(filterText(again)).toBe(text);
  });
});
