import type { TextKey } from '../../../platform/i18n/i18n.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import type { KeyRow } from '../secret-keys.service.js';

/** What each of the installation's keys made that still works. */
export function SecretKeysPage({ rows, listed }: { rows: KeyRow[]; listed: string[] }) {
  const { t, moment } = usePage();
  return (
    <Layout title={t('secretKeys.title')}>
      <p>{t('secretKeys.text')}</p>
      <p class="quiet">
        {t('secretKeys.listed')}{' '}
        {listed.map((id, index) => (
          <span key={id}>
            {index > 0 && ', '}
            <code dir="ltr">{id}</code> ({t(index === 0 ? 'secretKeys.current' : 'secretKeys.old')})
          </span>
        ))}
      </p>
      <Table
        caption={t('secretKeys.title')}
        rows={rows}
        empty={t('secretKeys.none')}
        columns={[
          {
            label: t('secretKeys.what'),
            heading: true,
            cell: ({ kind }) => t(`secretKeys.kind.${kind}` as TextKey),
          },
          {
            label: t('secretKeys.key'),
            cell: ({ keyId, standing }) => (
              <>
                {keyId && <code dir="ltr">{keyId}</code>} {t(`secretKeys.${standing}`)}
              </>
            ),
          },
          { label: t('secretKeys.count'), cell: ({ count }) => count, numeric: true },
          {
            label: t('secretKeys.until'),
            cell: ({ until, standing }) =>
              until ? moment(until) : t(standing === 'gone' ? 'secretKeys.over' : 'secretKeys.whileListed'),
          },
          {
            label: t('list.actions'),
            cell: ({ endable, kind, keyId }) =>
              endable && (
                <PostButton
                  action="/secret-keys/end"
                  label={t('secretKeys.end')}
                  fields={{ kind, keyId: keyId ?? '' }}
                  danger
                />
              ),
          },
        ]}
      />
    </Layout>
  );
}
