import { parse } from 'node-html-parser';
import { render } from 'preact-render-to-string';
import { type BarRow, Bars } from '../../../../src/platform/web/pictures/bars.js';

const row = (lead: string, counts: number[], href?: string): BarRow => ({
  lead,
  label: `Objective <${lead}>`,
  bars: counts.map((count) => ({ count, href })),
});

const draw = (...rows: BarRow[]) =>
  parse(
    render(
      <Bars
        caption="The board"
        subject="Objective"
        series={['Planned', 'Under way', 'Reported']}
        groups={[{ title: '', rows }]}
        nothing="Nothing in the plan"
      />,
    ),
  ).querySelectorAll('tbody tr');

it.each([
  ['every bar by one scale, its figure beside it', row('8', [4, 1, 2], '/items'), ['100%', '25%', '50%']],
  ['no bar for a zero, and its figure all the same', row('8', [4, 0, 4], '/items'), ['100%', '100%']],
  ['nothing but words where the plan has no material', row('8', [0, 0, 0], '/items'), []],
])('a picture of counts has %s', (_, drawn, widths) => {
  const [line] = draw(drawn, row('9', [4, 0, 0]));
  expect(line!.querySelectorAll('line').map((bar) => bar.getAttribute('x2'))).toEqual(widths);
  const said = line!.querySelectorAll('td').map((cell) => cell.text);
  expect(said).toEqual(
    widths.length > 0 ? ['', ...drawn.bars.map(({ count }) => String(count))] : ['Nothing in the plan'],
  );
});

it('leads from a figure to what it counts, and from none to nothing', () => {
  const [led, alone, empty] = draw(
    row('1', [2, 1, 0], '/items?objective=1'),
    row('2', [1, 0, 0]),
    row('3', [0, 0, 0], '/x'),
  );
  const links = (line: typeof led) => line!.querySelectorAll('a').map((link) => link.getAttribute('href'));
  expect(links(led)).toEqual(Array.from({ length: 3 }, () => '/items?objective=1'));
  expect([links(alone), links(empty)]).toEqual([[], []]);
});

it('stands in the order it is given, whatever the figures, and shows words as words', () => {
  const heads = draw(row('1', [1, 0, 0]), row('2', [9, 0, 0]), row('3', [0, 0, 0])).map(
    (line) => line.querySelector('th')!.text,
  );
  expect(heads).toEqual(['1 Objective <1>', '2 Objective <2>', '3 Objective <3>']);
});
