import { ObjectiveRef } from '../../framework/views/objective-ref.js';
import { objectiveLabel, principleName } from '../../framework/framework.js';
import { objectives } from '../../framework/objectives.data.js';
import { principles } from '../../framework/principles.data.js';
import { LANGUAGE_NAMES } from '../../platform/i18n/i18n.js';
import type { Option } from '../../platform/web/fields.js';
import { usePage } from '../../platform/web/page-context.js';

/** All objectives, as a list to choose from. */
export function useObjectiveOptions(): Option[] {
  const { language } = usePage();
  return objectives.map(({ number }) => ({
    value: String(number),
    label: `${number}. ${objectiveLabel(number, language).text}`,
  }));
}

export function usePrincipleOptions(): Option[] {
  const { language } = usePage();
  return principles.map(({ number }) => ({
    value: String(number),
    label: `${number}. ${principleName(number, language).text}`,
  }));
}

export const languageOptions: Option[] = Object.entries(LANGUAGE_NAMES).map(([value, label]) => ({
  value,
  label,
}));

/** Objectives by number and label, each with the way to it. */
export function Objectives({ numbers }: { numbers: readonly number[] }) {
  const { language } = usePage();
  if (numbers.length === 0) return null;
  return (
    <ul class="plain">
      {numbers.map((number) => (
        <li key={number}>
          <ObjectiveRef number={number}>{`${number}. ${objectiveLabel(number, language).text}`}</ObjectiveRef>
        </li>
      ))}
    </ul>
  );
}
