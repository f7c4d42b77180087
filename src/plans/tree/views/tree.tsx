import { usePage } from '../../../platform/web/page-context.js';
import type { PlanItem } from '../../plan/plan.entity.js';
import { SIBLINGS } from '../../plan/tree-page.js';
import type { TreeView } from '../tree-view.js';
import type { TreeNode } from '../tree-view.js';
import type { Branch } from '../tree-view.js';
import { TreeRow } from './tree-row.js';

interface TreeContext {
  planId: string;
  /** Whether the plan's text may change now, by this reader. */
  movable: boolean;
}

/** The part of a plan that is looked at, below the items it stands under. */
export function Tree({ view, ...context }: TreeContext & { view: TreeView }) {
  const { t } = usePage();
  const { path, branch } = view;
  if (path.length === 0) return <Siblings branch={branch} under={null} {...context} />;
  return (
    <>
      <p>
        <a href={`/plans/${context.planId}`}>{t('tree.whole')}</a>
      </p>
      <Path path={path} {...{ branch, ...context }} />
    </>
  );
}

/** The items above the branch, one in the other. */
function Path({ path, branch, ...context }: TreeContext & { path: PlanItem[]; branch: Branch }) {
  const [item, ...rest] = path;
  if (!item) return null;
  return (
    <ol class="tree">
      <li id={`item-${item.id}`}>
        <TreeRow item={item} movable={false}>
          {rest.length > 0 && <BranchLink item={item} planId={context.planId} />}
        </TreeRow>
        {rest.length > 0 ? (
          <Path path={rest} {...{ branch, ...context }} />
        ) : (
          <Siblings branch={branch} under={item.id} {...context} />
        )}
      </li>
    </ol>
  );
}

function Siblings({ branch, under, ...context }: TreeContext & { branch: Branch; under: string | null }) {
  if (branch.total === 0) return null;
  return (
    <ol class="tree">
      <Nodes branch={branch} under={under} {...context} />
    </ol>
  );
}

/** Siblings without the list around them, and the ways to those before and after. */
export function Nodes(
  props: TreeContext & {
    branch: Branch;
    under: string | null;
    /** Put in after those before. */ added?: boolean;
  },
) {
  const { branch, under, added, ...context } = props;
  const { nodes, from, total } = branch;
  const next = from + nodes.length;
  return (
    <>
      {from > 0 && !added && (
        <More way="before" from={Math.max(0, from - SIBLINGS)} {...{ under, total, ...context }} />
      )}
      {nodes.map((node) => (
        <NodeItem key={node.item.id} node={node} {...context} />
      ))}
      {next < total && <More way="after" from={next} {...{ under, total, ...context }} />}
    </>
  );
}

export function NodeItem({ node, opened, ...context }: TreeContext & { node: TreeNode; opened?: boolean }) {
  const { item, below, branch } = node;
  return (
    <li id={`item-${item.id}`}>
      <TreeRow item={item} movable={context.movable}>
        {below > 0 && (!branch || opened) && (
          <BranchLink item={item} planId={context.planId} below={below} opened={opened} />
        )}
      </TreeRow>
      {branch && <Siblings branch={branch} under={item.id} {...context} />}
    </li>
  );
}

/** Opens what stands below an item, in its place; without JavaScript, on a page of its own. */
function BranchLink(props: { item: PlanItem; planId: string; below?: number; opened?: boolean }) {
  const { item, planId, below, opened } = props;
  const { t } = usePage();
  const address = `/plans/${planId}/branch?under=${item.id}${opened ? '&closed=on' : ''}`;
  const htmx = { 'hx-get': address, 'hx-target': 'closest li', 'hx-swap': 'outerHTML' };
  return (
    <a
      class="branch"
      id={`branch-${item.id}`}
      href={`/plans/${planId}?${opened ? 'at' : 'under'}=${item.id}#item-${item.id}`}
      aria-expanded={below === undefined ? undefined : Boolean(opened)}
      {...(below !== undefined && htmx)}
    >
      {below === undefined ? t('tree.onlyThis') : t(opened ? 'tree.close' : 'tree.open', { count: below })}
      <span class="hidden"> {item.code}</span>
    </a>
  );
}

function More(
  props: TreeContext & { way: 'before' | 'after'; from: number; total: number; under: string | null },
) {
  const { way, from, total, under, planId } = props;
  const { t } = usePage();
  const query = (first: number) =>
    new URLSearchParams({ ...(under && { under }), ...(first > 0 && { from: String(first) }) }).toString();
  // Those before are a page of their own: put in above, they would push away what is being read.
  const htmx = way === 'after' && {
    'hx-get': `/plans/${planId}/branch?${query(from)}`,
    'hx-target': 'closest li',
    'hx-swap': 'outerHTML',
  };
  const last = Math.min(total, from + SIBLINGS);
  return (
    <li class="more">
      <a href={`/plans/${planId}?${query(from)}`} rel={way === 'after' ? 'next' : 'prev'} {...htmx}>
        {t('tree.more', { first: from + 1, last, total })}
      </a>
    </li>
  );
}
