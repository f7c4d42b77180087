import type { TextKey } from '../../platform/i18n/i18n.js';
import { usePage } from '../../platform/web/page-context.js';
import { LocalizedText } from '../../platform/web/prose.js';
import type { PlanItem } from '../plan.entity.js';
import { ownerLabel, WhenText } from './labels.js';

interface TreeProps {
  items: PlanItem[];
  parentId: string | null;
  /** Whether the plan's text may change now, by this reader. */
  movable: boolean;
}

export function Tree({ items, parentId, movable }: TreeProps) {
  const here = items.filter((item) => item.parentId === parentId);
  if (here.length === 0) return null;
  return (
    <ol class="tree">
      {here.map((item) => (
        <li key={item.id} id={`item-${item.id}`}>
          <Node item={item} movable={movable} />
          <Tree items={items} parentId={item.id} movable={movable} />
        </li>
      ))}
    </ol>
  );
}

function Node({ item, movable }: { item: PlanItem; movable: boolean }) {
  const { t, language } = usePage();
  const owners = item.owners.map((owner) => ownerLabel(owner, t, language)).join(', ');
  const objectives = item.objectives
    .map(({ objective, letter }) => (letter ? `${objective}(${letter})` : objective))
    .join(', ');
  return (
    <div class="node">
      <span class="code">{item.code}</span>
      <a href={`/items/${item.id}`}>
        <LocalizedText value={item.title} />
      </a>
      <span class="node-end">
        {item.status && <span class="tag">{t(`itemStatus.${item.status}` as TextKey)}</span>}
        {movable && <Steps item={item} />}
      </span>
      <span class="meta">
        {[
          owners,
          objectives &&
            t('item.objectivesList', { list: `\u2066${objectives}\u2069`, count: item.objectives.length }),
        ]
          .filter(Boolean)
          .join(' · ')}
        {item.whenPrecision !== 'none' && ' · '}
        <WhenText item={item} />
      </span>
    </div>
  );
}

function Steps({ item }: { item: PlanItem }) {
  const { t, csrf } = usePage();
  return (
    <form method="post" action={`/items/${item.id}/step`} class="inline steps">
      <input type="hidden" name="_csrf" value={csrf} />
      <button
        type="submit"
        name="direction"
        value="up"
        class="quiet-button"
        aria-label={t('item.up', { code: item.code })}
      >
        ↑
      </button>
      <button
        type="submit"
        name="direction"
        value="down"
        class="quiet-button"
        aria-label={t('item.down', { code: item.code })}
      >
        ↓
      </button>
    </form>
  );
}
