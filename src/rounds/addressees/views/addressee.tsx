import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import type { QuestionAnswer } from '../../answers/answer-query.service.js';
import type { Round, RoundAddressee } from '../../round/round.entity.js';
import { addresseeName, addresseeStanding } from '../../round/round.view.js';
import { QuestionTitle, useCrumbs } from '../../round/views/parts.js';

/** What one addressee submitted, for the secretariat. What it has not submitted is not here, nor that it exists. */
export function AddresseePage({
  mechanism,
  round,
  addressee,
  lines,
}: {
  mechanism: Mechanism;
  round: Round;
  addressee: RoundAddressee;
  lines: QuestionAnswer[];
}) {
  const { t, language } = usePage();
  return (
    <Layout title={addresseeName(addressee, language)} crumbs={useCrumbs(mechanism, round)}>
      <p>{t(addresseeStanding(addressee))}</p>
      {round.state !== 'draft' && (
        <p>
          <a href={`/rounds/${round.id}/addressees/${addressee.id}/links`}>{t('answering.links')}</a>
          {round.state === 'open' && (
            <>
              {' · '}
              <a href={`/rounds/${round.id}/addressees/${addressee.id}/transcript`}>
                {t('transcript.title')}
              </a>
            </>
          )}
        </p>
      )}
      <Table
        caption={t('round.questions')}
        rows={lines}
        empty={t('round.noQuestions')}
        columns={[
          {
            label: t('round.question'),
            heading: true,
            cell: ({ question }) => <QuestionTitle question={question} />,
          },
          {
            label: t('round.answer'),
            cell: ({ entry }) =>
              entry ? (
                <a href={`/progress/${entry.id}`}>{t('round.read')}</a>
              ) : (
                <span class="quiet">{t('round.notHere')}</span>
              ),
          },
        ]}
      />
    </Layout>
  );
}
