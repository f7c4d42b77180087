import { actionRef, objectiveLabel } from '../../framework/framework.js';
import { objectives } from '../../framework/objectives.data.js';
import { localized } from '../../platform/i18n/localized.js';
import { asksFor, type Choosable, type ChoosableList } from '../../platform/web/choosing/choosable.js';

const KEY = 'actions';

/** The lettered actions of the Compact, each under its objective. What an action says is our paraphrase, in English. */
export const actionRows = (language: string): Choosable[] =>
  objectives.flatMap(({ number, actions }) => [
    {
      value: String(number),
      code: String(number),
      title: localized(language, objectiveLabel(number, language).text),
      depth: 0,
      heading: true,
    },
    ...actions.map(({ letter, label }) => {
      const ref = actionRef(number, letter);
      return { value: ref, code: ref, title: localized('en', label), depth: 1 };
    }),
  ]);

/** What a form chooses actions from: those its `objectives` hold on top, beside objectives, which are none. */
export function actionsToChoose(
  values: Record<string, unknown>,
  language: string,
): { top: Choosable[]; lists: ChoosableList[] } {
  const rows = actionRows(language);
  const chosen = new Set([values.objectives].flat().map(String));
  return {
    top: rows.filter(({ value, heading }) => !heading && chosen.has(value)),
    lists: [{ key: KEY, href: '/framework/choice', rows: asksFor(values, KEY) ? rows : null }],
  };
}
