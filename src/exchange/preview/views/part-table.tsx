import { type TextKey } from '../../../platform/i18n/i18n.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import type { PartOutcome, PreparedPart } from '../../parts/plan-parts.js';
import { Changes } from './changes.js';
import { useMessage } from '../../views/use-message.js';

/** Rows on a page; what is unchanged is counted only. */
const SHOWN = 200;

/** What would happen to what hangs on the items. */
export function PartTable({ part }: { part: PreparedPart }) {
  const { t } = usePage();
  const listed = part.outcomes.filter(({ kind }) => kind !== 'same');
  const same = part.outcomes.length - listed.length;
  return (
    <>
      {listed.length > 0 && (
        <Table
          caption={t(part.label as TextKey)}
          rows={listed.slice(0, SHOWN)}
          empty=""
          columns={[
            { label: t('exchange.preview.row'), numeric: true, cell: ({ row }) => row },
            { label: t('item.item'), cell: ({ item }) => <bdi class="code">{item}</bdi> },
            { label: t(part.label as TextKey), heading: true, cell: ({ title }) => <bdi>{title}</bdi> },
            {
              label: t('exchange.preview.outcome'),
              cell: ({ kind }) => (
                <span class={kind === 'problem' ? 'error' : undefined}>
                  {t(`exchange.outcome.${kind}` as TextKey)}
                </span>
              ),
            },
            { label: t('exchange.preview.details'), cell: (outcome) => <Details outcome={outcome} /> },
          ]}
        />
      )}
      {listed.length > SHOWN && (
        <p class="quiet">{t('exchange.part.more', { count: listed.length - SHOWN })}</p>
      )}
      {same > 0 && <p class="quiet">{t('exchange.part.same', { count: same })}</p>}
    </>
  );
}

function Details({ outcome: { problems, differences } }: { outcome: PartOutcome }) {
  const textOf = useMessage();
  return (
    <>
      {problems.map(({ label, message }, index) => (
        <p key={index} class="error">
          {label && <b>{label}: </b>}
          {textOf(message)}
        </p>
      ))}
      <Changes changes={differences} />
    </>
  );
}
