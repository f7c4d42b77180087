import { placeCrumb } from '../../../mechanisms/mechanism/views/parts.js';
import { headed } from '../../../platform/i18n/isolated.js';
import { rendition } from '../../../platform/i18n/localized.js';
import type { TextKey } from '../../../platform/i18n/i18n.js';
import { Select, TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Removal } from '../item-removal.service.js';
import type { PlanItem } from '../../plan/plan.entity.js';
import { SIBLINGS } from '../../plan/tree-page.js';
import type { TreeView } from '../../tree/tree-view.js';
import type { TreeNode } from '../../tree/tree-view.js';
import type { Branch } from '../../tree/tree-view.js';

const useName = () => {
  const { language } = usePage();
  return (item: PlanItem) => headed(item.code, rendition(item.title, language).text);
};

interface MoveItemPageProps {
  item: PlanItem;
  /** The part of the plan whose items are offered: all of a small one. */
  view: TreeView;
  state: FormState;
}

/** Where an item is to stand. Of a large plan one branch is offered at a time, with ways into the others. */
export function MoveItemPage({ item, view, state }: MoveItemPageProps) {
  const { t } = usePage();
  const name = useName();
  const offered = [...view.path, ...shownIn(view.branch).map((node) => node.item)];
  const closed = shownIn(view.branch).filter((node) => node.below > 0 && !node.branch);
  const { from, nodes, total } = view.branch;
  const under = view.path.at(-1)?.id;
  const inside = (parent?: string, first = 0) => {
    const query = new URLSearchParams({ under: parent ?? '', from: String(first) });
    return `/items/${item.id}/place?${query}`;
  };
  return (
    <Layout
      title={t('item.place')}
      crumbs={[placeCrumb(item.plan.mechanismId), { label: name(item), href: `/items/${item.id}` }]}
    >
      <Form
        action={`/items/${item.id}/place`}
        state={state}
        submit={t('item.placeSubmit')}
        cancel={`/items/${item.id}`}
      >
        <Select
          name="parentId"
          label={t('item.under')}
          empty={t('item.top')}
          options={offered
            .filter((one) => one.id !== item.id)
            .map((one) => ({ value: one.id, label: name(one) }))}
        />
        <TextField
          name="position"
          type="number"
          label={t('item.position')}
          hint={t('item.positionHint')}
          required
          short
        />
      </Form>
      {(closed.length > 0 || under || total > nodes.length) && (
        <nav aria-label={t('tree.elsewhere')}>
          <h2>{t('tree.elsewhere')}</h2>
          <ul>
            {under && (
              <li>
                <a href={inside()}>{t('item.top')}</a>
              </li>
            )}
            {view.path.slice(0, -1).map((one) => (
              <li key={one.id}>
                <a href={inside(one.id)}>{name(one)}</a>
              </li>
            ))}
            {[from - SIBLINGS, from + nodes.length]
              .filter((first) => first >= 0 && first < total)
              .map((first) => (
                <li key={first}>
                  <a href={inside(under, first)}>
                    {t('tree.more', { first: first + 1, last: Math.min(total, first + SIBLINGS), total })}
                  </a>
                </li>
              ))}
            {closed.map((node) => (
              <li key={node.item.id}>
                <a href={inside(node.item.id)}>{name(node.item)}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Layout>
  );
}

const shownIn = (branch: Branch): TreeNode[] =>
  branch.nodes.flatMap((node) => [node, ...(node.branch ? shownIn(node.branch) : [])]);

/** Says what would go with the item before anything goes. */
export function RemovalPage({ removal }: { removal: Removal }) {
  const { t } = usePage();
  const name = useName();
  const { item, below, dependents } = removal;
  return (
    <Layout
      title={t('item.removeTitle', { name: name(item) })}
      crumbs={[placeCrumb(item.plan.mechanismId), { label: name(item), href: `/items/${item.id}` }]}
    >
      <p>{t('item.removeText')}</p>
      {below.length > 0 && (
        <>
          <p>{t('item.removeBelow', { count: below.length })}</p>
          <ul>
            {below.slice(0, 50).map((one) => (
              <li key={one.id}>{name(one)}</li>
            ))}
          </ul>
        </>
      )}
      {dependents.map(({ label, count }) => (
        <p key={label}>{t(label as TextKey, { count })}</p>
      ))}
      <div class="buttons">
        <PostButton
          action={`/items/${item.id}/removal`}
          label={t('item.remove')}
          fields={{ confirmed: 'on' }}
          danger
        />
        <a href={`/items/${item.id}`}>{t('form.cancel')}</a>
      </div>
    </Layout>
  );
}
