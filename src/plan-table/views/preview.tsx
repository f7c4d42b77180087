import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import type { TextKey } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import { Select } from '../../platform/web/fields.js';
import { Form } from '../../platform/web/form.js';
import { emptyForm } from '../../platform/web/submit-form.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import type { RowEdit, RowPreview } from '../edit-row.js';
import type { TablePreview } from '../table-view.js';
import { Cells, MOST_CELLS, Problems } from './preview-cells.js';
import { tableAddress } from './table.js';

interface PreviewPageProps {
  preview: TablePreview;
  mechanism: Mechanism;
  query: { under: string | null; after: string | null };
}

/** What the changes would do, cell by cell, before any of it is done. */
export function PreviewPage({ preview, mechanism, query }: PreviewPageProps) {
  const { t, language } = usePage();
  const { plan, rows, ready, edits } = preview;
  const of = (outcome: RowPreview['outcome']) => rows.filter((row) => row.outcome === outcome);
  const [changed, refused, stale] = [of('changed'), of('refused'), of('stale')];
  // What cannot be done comes first.
  const shown = [...stale, ...refused, ...changed].flatMap((row) => row.cells.map((cell) => ({ row, cell })));
  const keep = (kept: RowPreview[]) => edits.filter(({ id }) => kept.some(({ item }) => item.id === id));
  const again = { preview, query, action: `/plans/${plan.id}/table/preview` };
  return (
    <Layout
      title={t('table.previewTitle')}
      crumbs={[
        { label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` },
        { label: rendition(plan.title, language).text, href: `/plans/${plan.id}` },
        { label: t('table.title'), href: tableAddress(plan.id, query) },
      ]}
    >
      {shown.length === 0 && <p class="notice">{t('table.nothing')}</p>}
      {changed.length > 0 && <p>{t('table.willChange', { count: changed.length })}</p>}
      {stale.length > 0 && (
        <div class="conflict" role="alert">
          <h2>{t('table.stale', { count: stale.length })}</h2>
          <p>{t('table.staleText')}</p>
        </div>
      )}
      {refused.length > 0 && <Problems rows={refused} />}
      {shown.length > 0 && <Cells cells={shown.slice(0, MOST_CELLS)} />}
      {shown.length > MOST_CELLS && <p>{t('table.more', { count: shown.length - MOST_CELLS })}</p>}
      <ParseChoices {...again} />
      <div class="buttons">
        {ready && (
          <Changes {...again} action={`/plans/${plan.id}/table`} edits={edits} label={t('table.apply')} />
        )}
        {stale.length > 0 && (
          <Changes {...again} edits={withVersions(edits, rows)} label={t('table.keepMine')} second />
        )}
        {!ready && changed.length > 0 && (
          <Changes {...again} edits={keep(changed)} label={t('table.leaveOut')} second />
        )}
        <a href={tableAddress(plan.id, query)}>{t('table.back')}</a>
      </div>
    </Layout>
  );
}

const withVersions = (edits: readonly RowEdit[], rows: RowPreview[]) =>
  edits.map((edit) => ({ ...edit, version: rows.find(({ item }) => item.id === edit.id)!.item.version }));

interface AgainProps {
  preview: TablePreview;
  query: PreviewPageProps['query'];
  action: string;
}

/** The changes once more, to be done or looked at again. */
function Changes(props: AgainProps & { edits: readonly RowEdit[]; label: string; second?: boolean }) {
  const { preview, query, action, edits, label, second } = props;
  const { csrf, keptForm } = usePage();
  const { dayOrder, unknownOwner } = preview.reading;
  const _form = tableAddress(preview.plan.id, query);
  const fields = {
    _csrf: csrf,
    _form,
    changes: JSON.stringify(edits),
    dayOrder,
    unknownOwner,
    _kept: keptForm,
    ...query,
  };
  return (
    <form method="post" action={action} class="inline">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value ?? ''} />
      ))}
      <button type="submit" class={second ? 'second' : undefined}>
        {label}
      </button>
    </form>
  );
}

/** Where something may be read in two ways, which is meant. */
function ParseChoices({ preview, query, action }: AgainProps) {
  const { t } = usePage();
  const noticed = preview.rows.flatMap(({ cells }) =>
    cells.flatMap(({ notices }) => notices.map(({ key }) => key)),
  );
  const { dayOrder, unknownOwner } = preview.reading;
  const ambiguous = dayOrder !== null || noticed.includes('exchange.notice.whenAmbiguous');
  const unknown =
    unknownOwner !== 'partner' || noticed.some((key) => key.startsWith('exchange.notice.owner.'));
  if (!ambiguous && !unknown) return null;
  const state = emptyForm({ dayOrder: dayOrder ?? '', unknownOwner });
  return (
    <Form action={action} state={state} submit={t('table.readAgain')}>
      <input type="hidden" name="changes" value={JSON.stringify(preview.edits)} />
      <input type="hidden" name="under" value={query.under ?? ''} />
      <input type="hidden" name="after" value={query.after ?? ''} />
      {ambiguous && (
        <Select
          name="dayOrder"
          label={t('table.dayOrder')}
          empty={t('table.dayOrder.none')}
          options={(['day-first', 'month-first'] as const).map((value) => ({
            value,
            label: t(`table.dayOrder.${value}` as TextKey),
          }))}
        />
      )}
      {unknown && (
        <Select
          name="unknownOwner"
          label={t('table.unknownOwner')}
          options={(['partner', 'group', 'working-group'] as const).map((value) => ({
            value,
            label: t(`table.unknownOwner.${value}` as TextKey),
          }))}
        />
      )}
    </Form>
  );
}
