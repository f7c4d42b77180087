import { directionOf } from '../../../platform/i18n/i18n.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import type { FieldTextChange } from '../../plan/field-changes.js';

/** Fields with what stood before and what stands after. */
export function Changes({
  changes,
  before,
  after,
}: {
  changes: FieldTextChange[];
  before: string;
  after: string;
}) {
  const { t } = usePage();
  const text = (value: string | null, { language }: FieldTextChange) => (
    <span class="prose-cell" lang={language} dir={language ? directionOf(language) : 'auto'}>
      {value ?? '—'}
    </span>
  );
  return (
    <Table
      caption={t('audit.details')}
      rows={changes}
      columns={[
        { label: t('amendment.field'), heading: true, cell: (change) => change.label },
        { label: before, cell: (change) => text(change.before, change) },
        { label: after, cell: (change) => text(change.after, change) },
      ]}
    />
  );
}
