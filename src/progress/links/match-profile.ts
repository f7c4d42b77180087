import type { PlanItem } from '../../plans/plan/plan.entity.js';
import type { EntryContent } from '../entries/entry-content.js';
import type { Day } from '../../platform/i18n/day.js';
import { type MatchProfile, wordsIn } from './match.js';

export const profileOfItem = (
  item: PlanItem,
  { from, until }: Pick<MatchProfile, 'from' | 'until'>,
): MatchProfile => ({
  objectives: objectivesOf([item]),
  from,
  until,
  words: wordsIn(textsOf([item])),
});

export const profileOf = (
  objectives: readonly number[],
  items: PlanItem[],
  said: { periodStart: Day; periodEnd: Day; content: EntryContent },
): MatchProfile => ({
  objectives: [...objectives, ...objectivesOf(items)],
  from: said.periodStart,
  until: said.periodEnd,
  words: wordsIn(
    [said.content.narrative, said.content.results, ...textsOf(items)].filter((text) => text !== null),
  ),
});

const objectivesOf = (items: PlanItem[]) =>
  items.flatMap((item) => (item.objectives ?? []).map(({ objective }) => objective));
const textsOf = (items: PlanItem[]) =>
  items.flatMap(({ title, description }) => [
    ...Object.values(title.texts),
    ...Object.values(description?.texts ?? {}),
  ]);
