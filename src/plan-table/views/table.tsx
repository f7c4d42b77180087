import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import { headed } from '../../platform/i18n/isolated.js';
import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import type { TextKey } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import type { FormState } from '../../platform/web/submit-form.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { NextPage } from '../../platform/web/table.js';
import { type Column, heading } from '../../exchange/cells/cells.js';
import { inputOf } from '../../plans/items/item-record.js';
import { mayChange } from '../../plans/plan/plan-text.js';
import { ITEM_STATUSES } from '../../plans/plan/vocabulary.js';
import { isOpen } from '../table-columns.js';
import type { TablePage } from '../table-view.js';
import { tableScript } from '../script-source.js';
import { BlockForm } from './block-form.js';

interface TablePageProps {
  table: TablePage;
  mechanism: Mechanism;
  /** Of the field for a block. */
  state: FormState;
  query: { under: string | null; after: string | null };
}

/** Address of a page of the table. */
export function tableAddress(planId: string, { under, after }: TablePageProps['query']): string {
  const query = new URLSearchParams({ ...(under && { under }), ...(after && { after }) });
  return `/plans/${planId}/table${query.size > 0 ? `?${query}` : ''}`;
}

/** The plan as a table. The script makes its cells editable; without it each row leads to the item's form. */
export function TablePageView({ table, mechanism, state, query }: TablePageProps) {
  const { t, language } = usePage();
  const { plan, under, rows, columns, next } = table;
  const name = under && headed(under.code, rendition(under.title, language).text);
  return (
    <Layout
      title={name ? t('table.titleUnder', { name }) : t('table.title')}
      crumbs={[
        { label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` },
        { label: rendition(plan.title, language).text, href: `/plans/${plan.id}` },
      ]}
      actions={under && <a href={`/plans/${plan.id}/table`}>{t('tree.whole')}</a>}
    >
      {!mayChange(plan) && (
        <p class="doubt">{t(plan.state === 'adopted' ? 'table.adopted' : 'error.planEnded')}</p>
      )}
      {rows.length === 0 ? (
        <p class="quiet">{t('plan.empty')}</p>
      ) : (
        <>
          <Grid table={table} />
          <Tools planId={plan.id} query={query} />
          <BlockForm {...{ planId: plan.id, rows, columns, context: table.context, state, query }} />
          <script type="module" src={tableScript(language)} />
        </>
      )}
      <NextPage cursor={next} href={(after) => tableAddress(plan.id, { ...query, after })} />
    </Layout>
  );
}

function Grid({ table }: { table: TablePage }) {
  const { t, actor, keeperOf, zone } = usePage();
  const { plan, rows, columns, context } = table;
  const head = (column: Column) => heading(column, context.language, context.textLanguage);
  return (
    <>
      <p class="hint" id="table-hint" hidden>
        {t('table.keys')}
      </p>
      <div class="sheet" role="region" aria-label={t('table.title')} tabIndex={0}>
        <table
          id="plan-table"
          data-plan={plan.id}
          data-keeper={keeperOf(actor.accountId!)}
          data-zone={zone}
          data-messages={JSON.stringify(messages(t))}
        >
          <thead>
            <tr>
              <th scope="col">{t('table.row')}</th>
              {columns.map((column) => (
                <th key={column.key} scope="col" data-column={column.key}>
                  {head(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ item, number }) => (
              <tr key={item.id} data-item={item.id} data-version={item.version}>
                <th scope="row">
                  <a href={`/items/${item.id}/edit`} aria-label={t('table.editRow', { number })}>
                    {number}
                  </a>
                </th>
                {columns.map((column) => (
                  <td
                    key={column.key}
                    dir="auto"
                    lang={column.language ?? undefined}
                    class={isOpen(plan, item, column) ? undefined : 'fixed'}
                  >
                    {column.format(inputOf(item), { ...context, spelled: true })}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <datalist id="table-status">
        {ITEM_STATUSES.map((status) => (
          <option key={status} value={t(`itemStatus.${status}` as TextKey)} />
        ))}
      </datalist>
    </>
  );
}

/** What the script says; it puts figures where the braces are. */
function messages(t: ReturnType<typeof usePage>['t']) {
  return {
    changed: t('table.changed', { number: '{number}' }),
    fixed: t('table.fixed'),
    room: t('table.room', {
      rows: '{rows}',
      columns: '{columns}',
      roomRows: '{roomRows}',
      roomColumns: '{roomColumns}',
    }),
    pasted: t('table.pasted', { number: '{number}' }),
    undone: t('table.undone'),
    cell: t('table.cell', { column: '{column}', row: '{row}' }),
    overtaken: t('table.overtaken', { number: '{number}' }),
  };
}

/** Shown by the script: how many cells were changed, and the way to the preview. */
function Tools({ planId, query }: { planId: string; query: TablePageProps['query'] }) {
  const { t, csrf } = usePage();
  return (
    <div class="sheet-tools">
      <p role="status" id="table-says" />
      <form id="table-form" method="post" action={`/plans/${planId}/table/preview`} hidden>
        <input type="hidden" name="_csrf" value={csrf} />
        <input type="hidden" name="_form" value={tableAddress(planId, query)} />
        <input type="hidden" name="changes" value="" />
        <input type="hidden" name="under" value={query.under ?? ''} />
        <input type="hidden" name="after" value={query.after ?? ''} />
        <button type="submit">{t('table.preview')}</button>
        <button type="button" class="second" id="table-discard">
          {t('table.discard')}
        </button>
      </form>
    </div>
  );
}
