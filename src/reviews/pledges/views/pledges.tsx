import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import type { Pledge } from '../pledge.entity.js';

interface PledgesPageProps {
  mechanism: Mechanism;
  pledges: readonly Pledge[];
  editable: boolean;
}

export function PledgesPage({ mechanism, pledges, editable }: PledgesPageProps) {
  const { t, language } = usePage();
  const home = `/mechanisms/${mechanism.id}`;
  return (
    <Layout
      title={t('pledge.pledges')}
      crumbs={[
        { label: shortNameIn(mechanism, language), href: home },
        ...(editable ? [{ label: t('section.documents'), href: `${home}/documents` }] : []),
      ]}
      actions={
        editable && (
          <a class="button" href={`${home}/pledges/new`}>
            {t('pledge.new')}
          </a>
        )
      }
    >
      <p class="lead">{t('pledge.intro')}</p>
      <Table
        caption={t('pledge.pledges')}
        rows={pledges}
        empty={t('pledge.none')}
        columns={[
          {
            label: t('pledge.name'),
            heading: true,
            cell: (one) => (
              <a href={`/pledges/${one.id}`} lang={one.language} dir="auto">
                {one.name}
              </a>
            ),
          },
          { label: t('pledge.nature'), cell: (one) => t(`pledge.nature.${one.nature}`) },
          { label: t('pledge.audience'), cell: (one) => t(`pledge.audience.${one.audience}`) },
          ...(editable
            ? [
                {
                  label: t('list.actions'),
                  cell: (one: Pledge) => (
                    <a
                      href={`/pledges/${one.id}/edit`}
                      aria-label={t('template.editNamed', { name: one.name })}
                    >
                      {t('template.edit')}
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Layout>
  );
}
