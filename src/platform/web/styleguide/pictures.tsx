import { Bars } from '../pictures/bars.js';
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
];

const bars = (lead: string, label: string, counts: number[]) => ({
  lead,
  label,
  bars: counts.map((count) => ({ count, href: '#bars' })),
});
