import { directionOf } from '../../platform/i18n/i18n.js';
import { codeInText } from '../../platform/i18n/isolated.js';
import { rendition } from '../../platform/i18n/localized.js';
import { usePage } from '../../platform/web/page-context.js';
import { LocalizedText } from '../../platform/web/prose.js';
import { Steps } from '../../platform/web/steps.js';
import type { SheetContext, SheetRow } from '../sheet-view.js';
import { COLUMN_KEYS } from '../sheet-words.js';
import { SheetCell } from './sheet-cell.js';

/** A title may be a page long; the sheet shows its beginning, the item's own page all of it. */
const TITLE = 400;
/** Deeper ones are pushed in no further. */
const DEEPEST = 7;

interface ItemRowProps {
  row: SheetRow;
  context: SheetContext;
  flat?: boolean;
  /** Whether its reports are shown under it. */
  open?: boolean;
}

/** One item of the plan. */
export function ItemRow({ row, context, flat, open }: ItemRowProps) {
  const { t, language } = usePage();
  const { item, depth, path } = row;
  const level = Math.min(depth, DEEPEST);
  return (
    <tr id={`item-${item.id}`} data-depth={depth} class={!flat && depth === 0 ? 'trunk' : undefined}>
      <th scope="row" class={level > 0 ? `depth${level}` : undefined}>
        <div class="naming">
          {context.bulk && (
            <input
              type="checkbox"
              name="items"
              value={item.id}
              form="bulk"
              aria-label={t('sheet.tick', { code: item.code })}
            />
          )}
          <bdi dir={directionOf(rendition(item.title, language).language)}>
            {item.code && <span class="code">{codeInText(item.code)} </span>}
            <a href={`/items/${item.id}`}>
              <LocalizedText value={item.title} most={TITLE} />
            </a>
          </bdi>
        </div>
        {row.path ? <OnlyThis row={row} context={context} /> : <BranchLink row={row} context={context} />}
      </th>
      {context.columns.map((column) => (
        <td key={column} data-column={column} data-label={t(COLUMN_KEYS[column])}>
          <SheetCell {...{ column, row, context, open }} />
        </td>
      ))}
      {context.movable && !flat && (
        <td>
          {!path && (
            <Steps action={`/items/${item.id}/step`} label={(way) => t(`item.${way}`, { code: item.code })} />
          )}
        </td>
      )}
    </tr>
  );
}

/** Opens what stands below an item, in its place; without JavaScript, on a page of its own. */
function BranchLink({ row: { item, below, opened, depth }, context }: Pick<ItemRowProps, 'row' | 'context'>) {
  const { t } = usePage();
  const folds = context.folds && depth === 0 && below > 0 && opened !== false;
  if (opened === null && !folds) return null;
  const { planId, suffix } = context;
  const link = opened !== null && (
    <a
      class="branch"
      id={`branch-${item.id}`}
      href={`/plans/${planId}?${opened ? 'at' : 'under'}=${item.id}${suffix}#item-${item.id}`}
      aria-expanded={opened}
      hx-get={`/plans/${planId}/branch?under=${item.id}${opened ? '&closed=on' : ''}${suffix}`}
      hx-target="closest tr"
      hx-swap="outerHTML"
    >
      {t(opened ? 'tree.close' : 'tree.open', { count: below })}
      <span class="hidden"> {item.code}</span>
    </a>
  );
  if (!folds) return link;
  return (
    <>
      <details class="fold">
        <summary>
          {t('tree.open', { count: below })}
          <span class="hidden"> {item.code}</span>
        </summary>
      </details>
      {link}
    </>
  );
}

/** The way from a branch up to what stands above it. */
function OnlyThis({ row: { item }, context: { planId, suffix } }: Pick<ItemRowProps, 'row' | 'context'>) {
  const { t } = usePage();
  return (
    <a class="branch" href={`/plans/${planId}?under=${item.id}${suffix}#item-${item.id}`}>
      {t('tree.onlyThis')}
      <span class="hidden"> {item.code}</span>
    </a>
  );
}
