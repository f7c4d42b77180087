import { Status } from '../design/status.js';
import { Facts, Table } from '../table.js';
import { Timeline } from '../timeline.js';
import type { Entry, SampleProps } from './entry.js';

const LONG =
  'Exchange, between the authorities named by each member State, of contact lists and standing instructions';
const LONG_AR =
  'تبادل قوائم جهات الاتصال والتعليمات الدائمة بين السلطات التي تسميها كل دولة من الدول الأعضاء';

export const tables: Entry[] = [
  {
    name: 'Table',
    use: 'for things of one kind with the same facts. The head stays in sight; numbers stand at the end; on a phone each row is a block whose cells carry their column’s name.',
    not: 'for two columns of name and value: those are facts.',
    sample: ({ say }) => (
      <>
        <Rows say={say} count={3} caption={say('A table', 'جدول')} />
        <Rows say={say} count={0} caption={say('An empty table', 'جدول فارغ')} />
      </>
    ),
  },
  {
    name: 'Wide table',
    use: 'for many columns or hundreds of rows: it scrolls in itself, its head and first column stay. 500 rows in the one, twelve in the other.',
    sample: ({ say, id }) => (
      <Rows say={say} count={id === 'en' ? 500 : 12} caption={say('A long table', 'جدول طويل')} wide />
    ),
  },
  {
    name: 'Facts',
    use: 'named facts about one thing. What has no value is left out.',
    sample: ({ say }) => (
      <Facts
        facts={[
          { label: say('Kind', 'النوع'), value: say('Working plan', 'خطة عمل') },
          { label: say('Status', 'الوضع'), value: <Status mark="full">{say('Adopted', 'معتمدة')}</Status> },
          { label: say('Title', 'العنوان'), value: say(LONG, LONG_AR) },
        ]}
      />
    ),
  },
  {
    name: 'Course of events',
    use: 'what happened, in order.',
    sample: ({ say }) => (
      <Timeline
        empty=""
        entries={[
          { key: 'a', when: say('1 March 2027', '1 مارس 2027'), what: say('Submitted', 'قُدمت') },
          { key: 'b', when: say('9 March 2027', '9 مارس 2027'), what: say('Accepted', 'قُبلت') },
        ]}
      />
    ),
  },
];

function Rows({
  say,
  count,
  caption,
  wide,
}: Pick<SampleProps, 'say'> & { count: number; caption: string; wide?: boolean }) {
  return (
    <Table
      caption={caption}
      wide={wide}
      rows={Array.from({ length: count }, (_, index) => index + 1)}
      columns={[
        { label: say('Code', 'الرمز'), heading: true, cell: (row) => <bdi>{`II.${row}`}</bdi> },
        {
          label: say('Title', 'العنوان'),
          cell: (row) => (row % 3 ? say('Workshop', 'ورشة عمل') : say(LONG, LONG_AR)),
        },
        {
          label: say('Status', 'الوضع'),
          cell: (row) =>
            row % 2 ? (
              <Status mark="half">{say('Under way', 'قيد التنفيذ')}</Status>
            ) : (
              <Status mark="open">{say('Planned', 'مقرر')}</Status>
            ),
        },
        { label: say('Reported', 'أُبلغ عنه'), numeric: true, cell: (row) => (row * 7) % 12 },
      ]}
    />
  );
}
