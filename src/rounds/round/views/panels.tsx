import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import { TableSection } from '../../../platform/web/table.js';
import type { CallProgress } from '../../desk/call-progress.service.js';
import { CallLine } from '../../desk/views/call-line.js';
import type { SeenRound } from '../round-query.service.js';
import { ANSWERED_STATES } from '../round.workflow.js';
import { OwnStates } from './rounds.js';

interface RoundsPanelProps {
  mechanismId: string;
  rounds: SeenRound[];
  /** For the secretariat, how each open one stands, and the zone its days begin in. */
  desk: { progress: ReadonlyMap<string, CallProgress>; zone: string } | null;
}

/** On the mechanism's overview: the open rounds, and the way to all. */
export function RoundsPanel({ mechanismId, rounds, desk }: RoundsPanelProps) {
  const { t, day } = usePage();
  const open = rounds.filter(({ round }) => round.state === 'open');
  return (
    <section>
      <h2>{t('rounds.title')}</h2>
      {open.length === 0 && <p class="quiet">{t('rounds.noneOpen')}</p>}
      <ul class="plain">
        {open.map(({ round }) => (
          <li key={round.id}>
            <RoundLink round={round} />
            <br />
            <span class="quiet">{t('rounds.until', { day: day(round.dueDay) })}</span>
            {desk && (
              <>
                <br />
                <CallLine {...{ round }} progress={desk.progress.get(round.id)!} zone={desk.zone} />
              </>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a href={`/mechanisms/${mechanismId}/rounds`}>{t('rounds.all')}</a>
      </p>
    </section>
  );
}

interface Asked {
  rounds: SeenRound[];
  mechanisms: ReadonlyMap<string, Mechanism>;
}

const isAnswered = ({ own }: SeenRound) => own.every(({ state }) => ANSWERED_STATES.includes(state));

/** On top of "Your tasks": what is asked of the reader's delegations, in all mechanisms; and what they have answered. */
export function RoundsToAnswer({ rounds, mechanisms }: Asked) {
  const { t, language, day } = usePage();
  const nameOf = (id: string) => {
    const found = mechanisms.get(id);
    return found && shortNameIn(found, language);
  };
  const waiting = rounds.filter((one) => !isAnswered(one));
  const answered = rounds.filter(isAnswered);
  return (
    <>
      {waiting.length > 0 && (
        <TableSection
          caption={t('rounds.asked')}
          rows={waiting}
          columns={[
            { label: t('round.title'), heading: true, cell: ({ round }) => <RoundLink round={round} /> },
            {
              label: t('round.mechanism'),
              cell: ({ round }) => <bdi>{nameOf(round.mechanismId)}</bdi>,
            },
            { label: t('round.dueDay'), cell: ({ round }) => day(round.dueDay) },
            { label: t('round.yours'), cell: ({ own }) => <OwnStates own={own} /> },
          ]}
        />
      )}
      {answered.length > 0 && (
        <p class="quiet">
          {t('rounds.answeredOpen')}{' '}
          {answered.map(({ round }, index) => (
            <span key={round.id}>
              {index > 0 && ' · '}
              <RoundLink round={round} />
            </span>
          ))}
        </p>
      )}
    </>
  );
}

const RoundLink = ({ round }: Pick<SeenRound, 'round'>) => (
  <a href={`/rounds/${round.id}`}>
    <LocalizedText value={round.title} />
  </a>
);
