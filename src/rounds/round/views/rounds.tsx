import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { EmptyState } from '../../../platform/web/design/empty-state.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import { type Column, TableSection } from '../../../platform/web/table.js';
import { addresseeName, addresseeStanding } from '../round.view.js';
import type { SeenRound } from '../round-query.service.js';
import type { CallProgress } from '../../desk/call-progress.service.js';
import { CallLine } from '../../desk/views/call-line.js';
import type { RoundState } from '../vocabulary.js';
import { roundsOf } from './parts.js';

interface RoundsPageProps {
  mechanism: Mechanism;
  rounds: SeenRound[];
  /** How each stands as a whole; null for who is not the secretariat. */
  progress: ReadonlyMap<string, CallProgress> | null;
}

/**
 * A mechanism's calls: those that are open, the drafts, those that are closed. A delegation sees how far it is itself, and
 * of nobody else whether it is asked.
 */
export function RoundsPage({ mechanism, rounds, progress }: RoundsPageProps) {
  const { t, language } = usePage();
  const add = `${roundsOf(mechanism)}/new`;
  return (
    <Layout
      title={t('rounds.title')}
      crumbs={[{ label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` }]}
      actions={
        progress && (
          <a class="button" href={add}>
            {t('rounds.new')}
          </a>
        )
      }
    >
      {rounds.length === 0 ? (
        <EmptyState
          heading="h2"
          title={t('rounds.none')}
          action={progress !== null && { label: t('rounds.new'), href: add }}
        >
          {t(progress ? 'collect.emptyText' : 'rounds.intro')}
        </EmptyState>
      ) : (
        <p class="quiet">{t('rounds.intro')}</p>
      )}
      {(['open', 'draft', 'closed'] as const).map((state) => (
        <RoundsIn key={state} {...{ state, rounds, progress, mechanism }} />
      ))}
    </Layout>
  );
}

function RoundsIn({ state, rounds, progress, mechanism }: RoundsPageProps & { state: RoundState }) {
  const { t, day } = usePage();
  const rows = rounds.filter(({ round }) => round.state === state);
  if (rows.length === 0) return null;
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
  ];
  if (progress && state !== 'draft')
    columns.push({
      label: t('collect.answers'),
      cell: ({ round }) => (
        <CallLine round={round} progress={progress.get(round.id)!} zone={mechanism.zone} />
      ),
    });
  if (rows.some(({ own }) => own.length > 0))
    columns.push({ label: t('round.yours'), cell: ({ own }) => <OwnStates own={own} /> });
  return <TableSection caption={t(`collect.list.${state}`)} rows={rows} columns={columns} />;
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
