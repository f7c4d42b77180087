import { addDays, type Day } from '../../i18n/day.js';

/** `2026-12` */
export type Month = string;

export const monthOf = (day: Day): Month => day.slice(0, 7);
export const firstDay = (month: Month): Day => `${month}-01`;
export const lastDay = (month: Month): Day => addDays(firstDay(monthAfter(month, 1)), -1);

/** So many months later; earlier when negative. */
export function monthAfter(month: Month, months: number): Month {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

/** The weeks that hold a month, each of seven days. `begins`: 1 Monday .. 7 Sunday. */
export function weeksOf(month: Month, begins: number): Day[][] {
  const weekday = new Date(`${firstDay(month)}T00:00:00Z`).getUTCDay();
  const first = addDays(firstDay(month), -((weekday - begins + 7) % 7));
  const weeks: Day[][] = [];
  for (let day = first; day <= lastDay(month); day = addDays(day, 7))
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(day, index)));
  return weeks;
}
