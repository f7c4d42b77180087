import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import { Table, TableSection, type Column } from '../../../platform/web/table.js';
import { addresseeName } from '../round.view.js';
import type { SeenRound } from '../round-query.service.js';
import { roundsOf } from './parts.js';

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

function RoundsTable({ rounds }: { rounds: SeenRound[] }) {
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
    { label: t('round.state'), cell: ({ round }) => t(`roundState.${round.state}`) },
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
          <bdi>{addresseeName(addressee, language)}</bdi>: {t(`addresseeState.${addressee.state}`)}
        </div>
      ))}
    </>
  );
}

/** On the mechanism's page: the open rounds, and the way to all. */
export function RoundsPanel({ mechanismId, rounds }: { mechanismId: string; rounds: SeenRound[] }) {
  const { t } = usePage();
  const open = rounds.filter(({ round }) => round.state === 'open');
  return (
    <section>
      <h2>{t('rounds.title')}</h2>
      {open.length > 0 ? <RoundsTable rounds={open} /> : <p class="quiet">{t('rounds.noneOpen')}</p>}
      <p>
        <a href={`/mechanisms/${mechanismId}/rounds`}>{t('rounds.all')}</a>
      </p>
    </section>
  );
}

/** On top of "Asked of me": what is asked of the reader's delegations, in all mechanisms. */
export function RoundsToAnswer({
  rounds,
  mechanisms,
}: {
  rounds: SeenRound[];
  mechanisms: ReadonlyMap<string, Mechanism>;
}) {
  const { t, day } = usePage();
  return (
    <TableSection
      caption={t('rounds.asked')}
      rows={rounds}
      empty={t('rounds.none')}
      columns={[
        {
          label: t('round.title'),
          heading: true,
          cell: ({ round }) => (
            <a href={`/rounds/${round.id}`}>
              <LocalizedText value={round.title} />
            </a>
          ),
        },
        {
          label: t('round.mechanism'),
          cell: ({ round }) => <bdi>{mechanisms.get(round.mechanismId)?.shortName}</bdi>,
        },
        { label: t('round.dueDay'), cell: ({ round }) => day(round.dueDay) },
        { label: t('round.yours'), cell: ({ own }) => <OwnStates own={own} /> },
      ]}
    />
  );
}
