import { Bars } from '../pictures/bars.js';
import { MonthPicture } from '../pictures/month.js';
import { TimeLines } from '../pictures/time-lines.js';
import type { Entry } from './entry.js';

export const pictures: Entry[] = [
  {
    name: 'Bars',
    use: 'counts of up to three kinds for a fixed list of subjects. The figures stand beside the bars and lead to what they count; a subject without any says so in words.',
    not: 'for figures that belong to States: nothing here compares them. Rows are never sorted by figures.',
    sample: ({ say }) => (
      <Bars
        caption={say('Objectives', 'الأهداف')}
        subject={say('Objective', 'الهدف')}
        series={[say('planned', 'مخطط'), say('under way', 'قيد التنفيذ'), say('reported', 'مبلغ عنه')]}
        nothing={say('Nothing in the plan', 'لا شيء في الخطة')}
        groups={[
          {
            title: say('Round table 1', 'المائدة المستديرة 1'),
            rows: [
              bars('2', say('Minimize adverse drivers', 'تقليل العوامل السلبية'), [12, 5, 7]),
              bars('5', say('Regular pathways', 'المسارات النظامية'), [4, 0, 1]),
            ],
          },
          {
            title: say('Round table 2', 'المائدة المستديرة 2'),
            rows: [bars('4', say('Legal identity', 'الهوية القانونية'), [0, 0, 0])],
          },
        ]}
      />
    ),
  },
  {
    name: 'Month',
    use: 'what has a day, in the month it is in, with links to the months beside it. On a phone only the days that hold something are left.',
    not: 'for periods longer than some days: that is a line of time.',
    sample: ({ say }) => (
      <MonthPicture
        month="2027-06"
        today="2027-06-08"
        href={(month) => `#${month}`}
        kinds={[
          {
            name: 'meeting',
            label: 'meeting.meeting',
            shape: 'full',
            marks: [mark('2027-06-08', say('Workshop', 'ورشة عمل'))],
          },
          {
            name: 'call',
            label: 'mark.call',
            shape: 'waits',
            marks: [mark('2027-06-21', say('Inputs', 'مساهمات'))],
          },
        ]}
      />
    ),
  },
  {
    name: 'Line of time',
    use: 'for what lasts, or is due, over quarters and years; each line says its days in words and leads to what it shows.',
    sample: ({ say }) => (
      <TimeLines
        today="2027-06-08"
        subject={say('Items', 'البنود')}
        when={say('When', 'الموعد')}
        groups={[
          {
            key: 'a',
            title: say('Protection along the route', 'الحماية على الطريق'),
            note: say('2 items without a date', 'بندان دون تاريخ'),
            lines: [
              line('A.1', '2027-02-01', '2027-07-31', say('Contact lists', 'قوائم جهات الاتصال')),
              line('A.2', '2027-11-09', '2027-11-09', say('Workshop', 'ورشة عمل')),
            ],
          },
        ]}
      />
    ),
  },
];

const mark = (day: string, text: string) => ({ from: day, until: day, text, href: '#month', exact: true });
const line = (key: string, from: string, until: string, name: string) => ({
  key,
  from,
  until,
  name: <a href="#line-of-time">{name}</a>,
  when: `${from} – ${until}`,
});

const bars = (lead: string, label: string, counts: number[]) => ({
  lead,
  label,
  bars: counts.map((count) => ({ count, href: '#bars' })),
});
