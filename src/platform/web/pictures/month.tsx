import { formatMonth, localeOf } from '../../i18n/dates.js';
import type { Day } from '../../i18n/day.js';
import { LocalizedText } from '../prose.js';
import { usePage } from '../page-context.js';
import type { DayMark, KindOfMarks, MarkKind } from './day-marks.js';
import { firstDay, type Month, monthAfter, monthOf, weeksOf } from './month-days.js';

export interface MonthPictureProps {
  month: Month;
  today: Day;
  kinds: readonly KindOfMarks[];
  /** The page of another month. */
  href: (month: Month) => string;
}

type Shown = DayMark & { kind: MarkKind };

/** Where the working week begins on Sunday, so does the picture; else on Monday. */
const SUNDAY = new Set(['ar']);

/** A month with what has a day in it. On a phone only the days that hold something are left of it. */
export function MonthPicture({ month, today, kinds, href }: MonthPictureProps) {
  const { t, language } = usePage();
  const marks = kinds.flatMap((kind) => kind.marks.map((mark): Shown => ({ ...mark, kind })));
  const weeks = weeksOf(month, SUNDAY.has(language) ? 7 : 1);
  const names = new Intl.DateTimeFormat(localeOf(language), { weekday: 'short', timeZone: 'UTC' });
  const name = formatMonth(firstDay(month), language);
  const loose = marks.filter(({ exact }) => !exact);
  return (
    <section class="month">
      <div class="month-head">
        <h2>{name}</h2>
        <nav class="pages" aria-label={t('month.others')}>
          <a class="button second" href={href(monthAfter(month, -1))}>
            {t('month.before')}
          </a>
          {month !== monthOf(today) && (
            <a class="button second" href={href(monthOf(today))}>
              {t('month.now')}
            </a>
          )}
          <a class="button second" href={href(monthAfter(month, 1))}>
            {t('month.after')}
          </a>
        </nav>
      </div>
      {marks.length === 0 && <p class="quiet">{t('month.nothing')}</p>}
      {loose.length > 0 && (
        <p>
          {t('month.loose')} <Marks marks={loose} />
        </p>
      )}
      <table class="month-days">
        <caption class="hidden">{name}</caption>
        <thead>
          <tr>
            {weeks[0]!.map((day) => (
              <th key={day} scope="col">
                {names.format(Date.parse(day))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <DayCell
                  key={day}
                  {...{ day, month, today, marks }}
                  weekday={names.format(Date.parse(day))}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul class="legend">
        {kinds.map(({ name: kind, label, shape }) => (
          <li key={kind} class={`mark ${shape}`}>
            {t(label)}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface DayCellProps {
  day: Day;
  weekday: string;
  month: Month;
  today: Day;
  marks: readonly Shown[];
}

function DayCell({ day, weekday, month, today, marks }: DayCellProps) {
  const { t } = usePage();
  if (monthOf(day) !== month) return <td class="other" />;
  const here = marks.filter(({ exact, from, until }) => exact && from <= day && until >= day);
  const look = here.length > 0 ? 'holds' : undefined;
  return (
    <td class={look} aria-current={day === today ? 'date' : undefined}>
      <span class="month-day">
        <span class="month-weekday">{weekday} </span>
        {Number(day.slice(8))}
        {day === today && <span class="quiet"> {t('month.today')}</span>}
      </span>
      {here.length > 0 && <Marks marks={here} />}
    </td>
  );
}

function Marks({ marks }: { marks: readonly Shown[] }) {
  const { t } = usePage();
  return (
    <ul class="plain">
      {marks.map(({ href, text, kind }) => (
        <li key={href + kind.name} class={`mark ${kind.shape}`}>
          <span class="hidden">{t(kind.label)}: </span>
          <a href={href} dir="auto">
            {typeof text === 'string' ? text : <LocalizedText value={text} most={80} />}
          </a>
        </li>
      ))}
    </ul>
  );
}
