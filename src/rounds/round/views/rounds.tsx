import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import { Table, type Column } from '../../../platform/web/table.js';
import { addresseeName, addresseeStanding } from '../round.view.js';
import type { SeenRound } from '../round-query.service.js';
import { roundsOf } from './parts.js';
import { RoundStateTag } from './round-state-tag.js';

/** A mechanism's rounds; a delegation sees how far it is itself, and of nobody else whether it is asked. */
export function RoundsPage({
  mechanism,
  rounds,
  manages,
}: {
  mechanism: Mechanism;
  rounds: SeenRound[];
  manages: boolean;
}) {
  const { t } = usePage();
  return (
    <Layout
      title={t('rounds.title')}
      crumbs={[{ label: mechanism.shortName, href: `/mechanisms/${mechanism.id}` }]}
      actions={
        manages && (
          <a class="button" href={`${roundsOf(mechanism)}/new`}>
            {t('rounds.new')}
          </a>
        )
      }
    >
      <p class="quiet">{t('rounds.intro')}</p>
      <RoundsTable rounds={rounds} />
    </Layout>
  );
}

export function RoundsTable({ rounds }: { rounds: SeenRound[] }) {
  const { t, day } = usePage();
  const columns: Column<SeenRound>[] = [
    {
      label: t('round.title'),
      heading: true,
      cell: ({ round }) => (
        <a href={`/rounds/${round.id}`}>
          <LocalizedText value={round.title} />
        </a>
      ),
    },
    { label: t('round.dueDay'), cell: ({ round }) => day(round.dueDay) },
    { label: t('round.state'), cell: ({ round }) => <RoundStateTag state={round.state} /> },
  ];
  if (rounds.some(({ own }) => own.length > 0))
    columns.push({ label: t('round.yours'), cell: ({ own }) => <OwnStates own={own} /> });
  return <Table caption={t('rounds.title')} rows={rounds} empty={t('rounds.none')} columns={columns} />;
}

/** How far the reader's own delegations are. */
export function OwnStates({ own }: Pick<SeenRound, 'own'>) {
  const { t, language } = usePage();
  return (
    <>
      {own.map((addressee) => (
        <div key={addressee.id}>
          <bdi>{addresseeName(addressee, language)}</bdi>: {t(addresseeStanding(addressee))}
        </div>
      ))}
    </>
  );
}
