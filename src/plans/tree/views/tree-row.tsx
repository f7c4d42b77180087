import type { ComponentChildren } from 'preact';
import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import { Steps } from '../../../platform/web/steps.js';
import type { PlanItem } from '../../plan/plan.entity.js';
import { ownerLabel } from '../../plan/labels.js';
import { ItemStatusTag } from '../../plan/views/status-tags.js';
import { WhenText } from '../../items/views/labels.js';

/** A title may be a page long; the list shows its beginning, the item's own page all of it. */
const TITLE = 400;

interface TreeRowProps {
  item: PlanItem;
  /** Whether the plan's text may change now, by this reader. */
  movable: boolean;
  /** What opens or closes the items below it. */
  children?: ComponentChildren;
}

/** One item in a plan's tree. */
export function TreeRow({ item, movable, children }: TreeRowProps) {
  const { t, language } = usePage();
  const owners = item.owners.map((owner) => ownerLabel(owner, t, language)).join(', ');
  const objectives = item.objectives
    .map(({ objective, letter }) => (letter ? `${objective}(${letter})` : objective))
    .join(', ');
  const said = [
    owners,
    objectives &&
      t('item.objectivesList', { list: `\u2066${objectives}\u2069`, count: item.objectives.length }),
  ].filter(Boolean);
  const dated = item.whenPrecision !== 'none' || item.whenText !== null;
  return (
    <div class="node">
      <span class="code">{item.code}</span>
      <a href={`/items/${item.id}`}>
        <LocalizedText value={item.title} most={TITLE} />
      </a>
      <span class="node-end">
        <ItemStatusTag status={item.status} />
        {movable && (
          <Steps action={`/items/${item.id}/step`} label={(way) => t(`item.${way}`, { code: item.code })} />
        )}
      </span>
      <span class="meta">
        {said.join(' · ')}
        {said.length > 0 && dated && ' · '}
        <WhenText item={item} />
      </span>
      {children}
    </div>
  );
}
