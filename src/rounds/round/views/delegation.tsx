import { PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import type { TextKey } from '../../../platform/i18n/i18n.js';
import type { QuestionAnswer } from '../../answers/answer-query.service.js';
import type { Round, RoundAddressee } from '../round.entity.js';
import { addresseeName } from '../round.view.js';
import { QuestionHint, QuestionTitle } from './parts.js';

/** What one delegation is asked, and what it answered. */
export interface OwnPart {
  addressee: RoundAddressee;
  lines: QuestionAnswer[];
}

interface DelegationProps extends OwnPart {
  round: Round;
}

/** One delegation's part of a round: its questions, what it answered, and the buttons that say it is done, or rather not. */
export function Delegation({ round, addressee, lines }: DelegationProps) {
  const { t, language } = usePage();
  const open = round.state === 'open';
  const declined = addressee.state === 'declined';
  return (
    <section>
      <h2>
        <bdi>{addresseeName(addressee, language)}</bdi>
      </h2>
      <p class={declined ? 'notice' : undefined}>{t(`round.own.${open ? addressee.state : 'closed'}`)}</p>
      {open && !declined && <p class="quiet">{t('round.voluntary')}</p>}
      <QuestionAnswers lines={lines} open={open && !declined} />
      {open && (
        <p>
          <a class="button" href={`/rounds/${round.id}/addressees/${addressee.id}/answers`}>
            {t('answering.allOnOne')}
          </a>
        </p>
      )}
      {open && <DelegationActions {...{ round, addressee, lines }} />}
    </section>
  );
}

function QuestionAnswers({ lines, open }: { lines: QuestionAnswer[]; open: boolean }) {
  const { t } = usePage();
  return (
    <Table
      caption={t('round.questions')}
      rows={lines}
      empty={t('round.noQuestions')}
      columns={[
        {
          label: t('round.question'),
          heading: true,
          cell: ({ question }) => (
            <>
              <QuestionTitle question={question} />
              <QuestionHint question={question} />
            </>
          ),
        },
        { label: t('round.answer'), cell: (line) => <AnswerCell line={line} /> },
        ...(open
          ? [{ label: t('list.actions'), cell: (line: QuestionAnswer) => <AnswerActions line={line} /> }]
          : []),
      ]}
    />
  );
}

export function AnswerCell({ line: { answer, entry, keptBack } }: { line: QuestionAnswer }) {
  const { t } = usePage();
  if (entry && keptBack) return <a href={`/progress/${entry.id}`}>{t('clearance.inClearance')}</a>;
  if (entry) return <a href={`/progress/${entry.id}`}>{t(`entryState.${entry.state}` as TextKey)}</a>;
  return <span class="quiet">{t(answer.declinedAt ? 'round.prefersNot' : 'round.noAnswer')}</span>;
}

function AnswerActions({ line: { answer, entry } }: { line: QuestionAnswer }) {
  const { t } = usePage();
  if (entry) return <a href={`/progress/${entry.id}`}>{t('round.goOn')}</a>;
  const base = `/round-answers/${answer.id}`;
  if (answer.declinedAt)
    return <PostButton action={`${base}/reconsideration`} label={t('round.reconsider')} quiet />;
  return (
    <>
      <PostButton action={`${base}/entry`} label={t('round.answerThis')} />{' '}
      <PostButton action={`${base}/declination`} label={t('round.declineOne')} quiet />
    </>
  );
}

function DelegationActions({ round, addressee, lines }: DelegationProps) {
  const { t } = usePage();
  const base = `/rounds/${round.id}/addressees/${addressee.id}`;
  if (addressee.state === 'declined')
    return (
      <p>
        <PostButton action={`${base}/reconsideration`} label={t('round.reconsider')} />
      </p>
    );
  const written = lines.some(
    ({ entry, keptBack }) => !keptBack && (entry?.state === 'draft' || entry?.state === 'returned'),
  );
  return (
    <>
      {written && <p class="quiet">{t('round.handInText')}</p>}
      <div class="buttons">
        {written && <PostButton action={`${base}/submission`} label={t('round.handIn')} />}
        <PostButton action={`${base}/declination`} label={t('round.decline')} quiet />
      </div>
      <p class="hint">{t('round.declineHint')}</p>
    </>
  );
}
