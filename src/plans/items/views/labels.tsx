import { actionRef, objectiveLabel } from '../../../framework/framework.js';
import { ObjectiveRef } from '../../../framework/views/objective-ref.js';
import { usePage } from '../../../platform/web/page-context.js';
import { whenLabel } from '../../plan/labels.js';
import type { PlanItem } from '../../plan/plan.entity.js';

type Dated = Pick<PlanItem, 'whenPrecision' | 'whenStart' | 'whenEnd' | 'whenText'>;

export function WhenText({ item }: { item: Dated }) {
  const { t, language, day } = usePage();
  const { whenPrecision: precision, whenStart: start, whenEnd: end, whenText: text } = item;
  return <>{whenLabel({ precision, start, end, text }, t, language, day)}</>;
}

/** Objectives and lettered actions as links to the catalogue. */
export function ObjectiveTags({ item }: { item: Pick<PlanItem, 'objectives'> }) {
  const { t, language } = usePage();
  if (item.objectives.length === 0) return null;
  const sorted = [...item.objectives].sort(
    (a, b) => a.objective - b.objective || a.letter.localeCompare(b.letter),
  );
  return (
    <ul class="tags" aria-label={t('item.objectives')}>
      {sorted.map(({ objective, letter }) => {
        const label = objectiveLabel(objective, language);
        return (
          <li key={`${objective}${letter}`}>
            <ObjectiveRef class="tag" number={objective} letter={letter}>
              <bdi dir="ltr">{letter ? actionRef(objective, letter) : objective}</bdi>{' '}
              <span lang={label.language}>{label.text}</span>
            </ObjectiveRef>
          </li>
        );
      })}
    </ul>
  );
}
