import { actionRef, objectiveLabel, objectiveTitle, principleName, roundTableOf } from './framework.js';
import type { Objective, Principle, RoundTable, ThematicSession } from './framework.types.js';

export const objectiveResource = (one: Objective, language: string) => ({
  number: one.number,
  paragraph: one.paragraph,
  roundTable: roundTableOf(one.number)!.number,
  title: objectiveTitle(one.number, language),
  label: objectiveLabel(one.number, language),
  doubts: one.doubts,
});

export const objectiveDetailResource = (one: Objective, language: string) => ({
  ...objectiveResource(one, language),
  titleSources: one.titleSource,
  sdgTargets: one.sdgTargets,
  actions: one.actions.map(({ letter, label }) => ({
    ref: actionRef(one.number, letter),
    letter,
    label: { text: label, language: 'en', paraphrase: true },
  })),
  actionsSource: one.actionsSource,
});

export const principleResource = (one: Principle, language: string) => ({
  number: one.number,
  paragraph: one.paragraphRef,
  name: principleName(one.number, language),
  summary: one.summary ? { text: one.summary, language: 'en', paraphrase: true } : null,
});

export const roundTableResource = (one: RoundTable) => ({
  number: one.number,
  objectives: one.objectives,
  imrf2022Question: one.imrf2022Question,
  regionalReviewTheme: one.regionalReviewTheme,
  language: 'en',
  source: one.source,
  doubts: one.doubts,
});

export const thematicSessionResource = (one: ThematicSession) => ({
  number: one.number,
  theme: one.theme,
  language: 'en',
  place: one.place,
  start: one.start,
  end: one.end,
  inFigure3: one.inFigure3,
});
