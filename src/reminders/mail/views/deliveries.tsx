import { CodeAndTitle } from '../../../platform/web/code-and-title.js';
import { Fold, Shortened } from '../../../platform/web/design/fold.js';
import { PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { NextPage, Table } from '../../../platform/web/table.js';
import type { DeliveryRecord } from '../deliveries.service.js';
import { becauseOf, outcome } from '../../rules/views/sentences.js';

/** What was sent to whom, and what was not, and why. */
export function DeliveryLog({
  items,
  nextCursor,
  here,
}: {
  items: DeliveryRecord[];
  nextCursor: string | null;
  here: string;
}) {
  const { t, language, moment } = usePage();
  return (
    <section id="log">
      <Fold heading label={t('reminders.log')}>
        <Shortened count={items.length}>
          <Table
            caption={t('reminders.log')}
            rows={items}
            empty={t('reminders.logNone')}
            columns={[
              { label: t('reminders.person'), heading: true, cell: (record) => <Person record={record} /> },
              { label: t('reminders.item'), cell: (record) => <Item record={record} /> },
              {
                label: t('reminders.because'),
                cell: ({ rule, delivery }) => becauseOf(rule?.kind, delivery.dueDay, t, language),
              },
              { label: t('reminders.entered'), cell: ({ delivery }) => moment(delivery.createdAt) },
              {
                label: t('reminders.outcome'),
                cell: (record) => (
                  <>
                    {outcome(record, t, moment)}{' '}
                    {record.state === 'failed' && (
                      <PostButton
                        action={`${here}/deliveries/${record.delivery.id}/retry`}
                        label={t('reminders.retry')}
                        quiet
                      />
                    )}
                  </>
                ),
              },
            ]}
          />
        </Shortened>
        <NextPage cursor={nextCursor} href={(cursor) => `${here}?cursor=${cursor}#log`} />
      </Fold>
    </section>
  );
}

function Person({ record: { person } }: { record: DeliveryRecord }) {
  const { t } = usePage();
  if (!person) return <>{t('reminders.gone')}</>;
  return (
    <>
      {person.name}
      <div class="quiet">{person.email}</div>
    </>
  );
}

function Item({ record: { item } }: { record: DeliveryRecord }) {
  const { t } = usePage();
  if (!item) return <>{t('reminders.gone')}</>;
  return (
    <a href={item.href}>
      <CodeAndTitle code={item.code} title={item.title} />
    </a>
  );
}
