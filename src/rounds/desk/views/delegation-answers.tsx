import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import type { Round, RoundAddressee } from '../../round/round.entity.js';
import { addresseeName, addresseeStanding, questionTitle } from '../../round/round.view.js';
import { QuestionTitle, useCrumbs } from '../../round/views/parts.js';
import type { DeskAnswer } from '../desk.service.js';
import { TickForm } from './tick-form.js';

interface DelegationAnswersPageProps {
  mechanism: Mechanism;
  round: Round;
  addressee: RoundAddressee;
  previous: RoundAddressee | null;
  next: RoundAddressee | null;
  answers: DeskAnswer[];
  state: FormState;
  tickAll: boolean;
}

/** What one delegation submitted, for the secretariat. What it has not submitted is not here, nor that it exists. */
export function DelegationAnswersPage(props: DelegationAnswersPageProps) {
  const { t, language, moment } = usePage();
  const { mechanism, round, addressee, previous, next, answers, state, tickAll } = props;
  const here = `/rounds/${round.id}/addressees/${addressee.id}`;
  const to = (one: RoundAddressee) => `/rounds/${round.id}/addressees/${one.id}`;
  const received = answers.filter(({ entry }) => entry !== null);
  const rest = answers.filter(({ entry }) => entry === null);
  return (
    <Layout title={addresseeName(addressee, language)} crumbs={useCrumbs(mechanism, round)}>
      <p>
        {t(addresseeStanding(addressee))}
        {addressee.stateAt && <span class="quiet"> · {moment(addressee.stateAt)}</span>}
      </p>
      {round.state !== 'draft' && (
        <nav class="pages" aria-label={t('round.addressees')}>
          {previous && (
            <a class="next-page" rel="prev" href={to(previous)}>
              <bdi>{addresseeName(previous, language)}</bdi>
            </a>
          )}
          {next && (
            <a class="next-page" rel="next" href={to(next)}>
              <bdi>{addresseeName(next, language)}</bdi>
            </a>
          )}
          <a href={`${here}/links`}>{t('answering.links')}</a>
          {round.state === 'open' && <a href={`${here}/transcript`}>{t('transcript.title')}</a>}
          <a href={`/rounds/${round.id}`}>{t('collect.back')}</a>
        </nav>
      )}
      <TickForm
        {...{ round, state, tickAll }}
        part={{ delegation: addressee.id }}
        answers={received}
        heading={({ question }) => <QuestionTitle question={question} />}
      />
      {rest.length > 0 && (
        <section>
          <h2>{t('round.notHere')}</h2>
          <ul>
            {rest.map(({ id, question, cell }) => (
              <li key={id}>
                <bdi>{questionTitle(question, language).text}</bdi>
                {cell === 'declined' && <span class="quiet"> · {t('collect.cell.declined')}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Layout>
  );
}
