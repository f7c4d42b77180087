/**
 * The 169 targets of the 2030 Agenda (A/RES/70/1), goal by goal from the first: how many have a number, and the last of
 * those that have a letter.
 */
export const sdgTargetsByGoal: readonly (readonly [numbered: number, lastLetter: string | null])[] = [
  [5, 'b'],
  [5, 'c'],
  [9, 'd'],
  [7, 'c'],
  [6, 'c'],
  [6, 'b'],
  [3, 'b'],
  [10, 'b'],
  [5, 'c'],
  [7, 'c'],
  [7, 'c'],
  [8, 'c'],
  [3, 'b'],
  [7, 'c'],
  [9, 'c'],
  [10, 'b'],
  [19, null],
];
