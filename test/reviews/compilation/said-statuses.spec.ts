import { entry, input, item, wordsOf } from '../../../src/reviews/compilation/compile.examples.js';
import { saidStatuses, underWayBy, underWayOfAll } from '../../../src/reviews/compilation/said-statuses.js';

const one = item('1', 9);
const two = item('2', 9);
const report = (voice: string, status: string | null, day = 1, about = [one]) => ({
  ...{ id: `${voice}${day}`, voice, acceptedAt: `2027-01-0${day}T00:00:00.000Z` },
  entry: entry(about, { content: { status } as never }),
});
type Report = ReturnType<typeof report>;

describe('how many items are under way by released reports', () => {
  it.each<[what: string, reports: Report[], fewest: number, count: number | null]>([
    ['none where nothing was released', [], 5, 0],
    ['none where none names a status', [report('KEN', null)], 5, 0],
    ['those of which one is at work', [report('KEN', 'ongoing'), report('SEN', 'postponed')], 1, 1],
    ['none where they differ otherwise', [report('KEN', 'planned'), report('SEN', 'postponed')], 1, 0],
    ['by the last of each reporter', [report('KEN', 'completed', 2), report('KEN', 'ongoing', 1)], 1, 0],
    ['an item once, whoever speaks of it', [report('KEN', 'ongoing'), report('SEN', 'ongoing')], 2, 1],
    ['both items of one report', [report('KEN', 'ongoing', 1, [one, two])], 1, 2],
    [
      'no number below the fewest reporters',
      [report('KEN', 'ongoing'), report('KEN', 'ongoing', 2)],
      2,
      null,
    ],
    ['no number either where they say it is done', [report('KEN', 'completed')], 2, null],
  ])('%s', (_what, reports, fewest, count) => {
    for (const sources of [reports, [...reports].reverse()])
      expect(underWayBy(saidStatuses(sources), [one.id, two.id], fewest)).toBe(count);
  });
});

it('a document says both counts and how, and no number behind which there are too few', () => {
  const entries = [entry([one], { content: { status: 'ongoing' } as never })];
  const said = (fewest: number) => wordsOf(input({ items: [one, two], entries }, fewest));
  expect(said(1)).toContain(
    'Items in these plans: 2; under way by their status there: 0. Under way by the accepted',
  );
  expect(said(1)).toContain('"underWayReported":1');
  expect(said(5)).toContain('fewer than 5 authors stand behind it');
  expect(said(5)).toContain('"underWayReported":null');
  expect(said(5)).not.toContain('"underWayReported":1');
});

it('gives no number of all from which one that is not shown could be worked out', () => {
  const reports = [report('KEN', 'ongoing'), report('SEN', 'ongoing'), report('UGA', 'ongoing', 1, [two])];
  const ofAll = (...parts: string[][]) => underWayOfAll(saidStatuses(reports), parts, 2);
  expect(ofAll([one.id, two.id])).toBe(2);
  expect(ofAll([one.id], [two.id])).toBeNull();
});
