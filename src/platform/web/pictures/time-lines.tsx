import type { ComponentChildren } from 'preact';
import { addDays, type Day } from '../../i18n/day.js';
import { usePage } from '../page-context.js';
import type { Span } from './day-marks.js';
import { type Axis, axisOf, placeOf, tickSays } from './time-axis.js';

export interface TimeLine extends Span {
  key: string;
  name: ComponentChildren;
  /** The same days in words. */
  when: ComponentChildren;
  /** A point in time and not something that lasts. */
  point?: boolean;
}

export interface TimeGroup {
  key: string;
  title: ComponentChildren;
  lines: readonly TimeLine[];
  note?: ComponentChildren;
}

interface TimeLinesProps {
  groups: readonly TimeGroup[];
  today: Day;
  subject: string;
  when: string;
  /** Without the titles of the groups. */
  plain?: boolean;
}

/** Things on an axis of quarters, in a table that says their days in words. Today is a line through all of them. */
export function TimeLines({ groups, today, subject, when, plain }: TimeLinesProps) {
  const { t } = usePage();
  const days = groups.flatMap(({ lines }) => lines.flatMap(({ from, until }) => [from, until]));
  const axis = axisOf(days.length > 0 ? [...days, today] : []);
  if (!axis) return null;
  return (
    <table class="time-lines">
      <thead>
        <tr>
          <th scope="col">{subject}</th>
          <td class="time-picture">
            <Ticks axis={axis} />
          </td>
          <th scope="col">{when}</th>
        </tr>
      </thead>
      {groups.map(({ key, title, lines, note }) => (
        <tbody key={key}>
          {!plain && (
            <tr>
              <th colSpan={3} scope="rowgroup">
                {title}
                {note && <span class="quiet"> {note}</span>}
              </th>
            </tr>
          )}
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row">{line.name}</th>
              <td class="time-picture">
                <Line axis={axis} line={line} today={today} />
              </td>
              <td class="time-when">{line.when}</td>
            </tr>
          ))}
        </tbody>
      ))}
      <caption>
        <span class="time-today" /> {t('month.today')}
      </caption>
    </table>
  );
}

const percent = (share: number) => `${share}%`;

/** Where a language runs from right to left, so does its time. */
function useShare() {
  const { direction } = usePage();
  return (axis: Axis, day: Day) =>
    direction === 'rtl' ? Math.round((100 - placeOf(axis, day)) * 10) / 10 : placeOf(axis, day);
}

function Ticks({ axis }: { axis: Axis }) {
  const { t } = usePage();
  const share = useShare();
  return (
    <svg height="20" aria-hidden="true" focusable="false">
      {axis.ticks.map(({ day, year, quarter }, index) => {
        const says = tickSays(axis, index);
        return (
          says && (
            <text key={day} x={percent(share(axis, day))} y="15">
              {says === 'both' ? t('month.quarter', { quarter, year }) : says === 'year' ? year : quarter}
            </text>
          )
        );
      })}
    </svg>
  );
}

function Line({ axis, line, today }: { axis: Axis; line: TimeLine; today: Day }) {
  const share = useShare();
  // The last day is over when the next begins.
  const [a, b] = [share(axis, line.from), share(axis, addDays(line.until, 1))];
  const [from, until] = [Math.min(a, b), Math.max(a, b)];
  return (
    <svg height="20" aria-hidden="true" focusable="false">
      {axis.ticks.map(({ day }) => (
        <line
          key={day}
          class="time-tick"
          x1={percent(share(axis, day))}
          x2={percent(share(axis, day))}
          y1="0"
          y2="20"
        />
      ))}
      {line.point || line.from === line.until || until - from < 1 ? (
        <circle class="time-point" cx={percent((from + until) / 2)} cy="10" r="5" />
      ) : (
        <rect class="time-span" x={percent(from)} width={percent(until - from)} y="6" height="8" rx="3" />
      )}
      <line
        class="time-now"
        x1={percent(share(axis, today))}
        x2={percent(share(axis, today))}
        y1="0"
        y2="20"
      />
    </svg>
  );
}
