import { PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { QuestionAnswer } from '../../answers/answer-query.service.js';
import type { Round, RoundAddressee } from '../round.entity.js';
import { addresseeName } from '../round.view.js';
import { ANSWERED_STATES } from '../round.workflow.js';
import type { Transcript } from '../../transcripts/transcript.entity.js';
import { TranscriptNotice } from '../../transcripts/views/transcript-notice.js';
import { usesOf } from '../../uses/views/decide-on-use.js';
import { QuestionAnswers } from './question-answers.js';

/** What one delegation is asked, and what it answered. */
export interface OwnPart {
  addressee: RoundAddressee;
  lines: QuestionAnswer[];
  /** What the secretariat typed for it, and waits for it. */
  waits: Transcript | null;
}

interface DelegationProps extends OwnPart {
  round: Round;
  /** Whether the main button of the page is here: one delegation's alone. */
  main: boolean;
}

/** One delegation's part of a round: its questions, what it answered, and the buttons that say it is done, or rather not. */
export function Delegation({ round, addressee, lines, waits, main }: DelegationProps) {
  const { t, language } = usePage();
  const open = round.state === 'open';
  const declined = addressee.state === 'declined';
  const toDo = main && !declined && !ANSWERED_STATES.includes(addressee.state);
  return (
    <section>
      <h2>
        <bdi>{addresseeName(addressee, language)}</bdi>
      </h2>
      <p class={declined ? 'notice' : undefined}>{t(`round.own.${open ? addressee.state : 'closed'}`)}</p>
      {open && waits && (
        <TranscriptNotice
          transcript={waits}
          href={`/rounds/${round.id}/addressees/${addressee.id}/answers/transcript`}
        />
      )}
      {open && !declined && <p class="quiet">{t('round.voluntary')}</p>}
      <QuestionAnswers lines={lines} open={open && !declined} />
      {open && (
        <p>
          <a
            class={toDo ? 'button' : 'button second'}
            href={`/rounds/${round.id}/addressees/${addressee.id}/answers`}
          >
            {t('answering.allOnOne')}
          </a>
        </p>
      )}
      {lines.some(({ entry }) => entry && entry.number > 0) && (
        <p>
          <a href={usesOf({ ...addressee, roundId: round.id })}>{t('uses.title')}</a>
        </p>
      )}
      {open && <DelegationActions {...{ round, addressee, lines }} />}
    </section>
  );
}

function DelegationActions({ round, addressee, lines }: Omit<DelegationProps, 'waits' | 'main'>) {
  const { t } = usePage();
  const base = `/rounds/${round.id}/addressees/${addressee.id}`;
  if (addressee.state === 'declined')
    return (
      <p>
        <PostButton action={`${base}/reconsideration`} label={t('round.reconsider')} second />
      </p>
    );
  const written = lines.some(
    ({ entry, keptBack }) => !keptBack && (entry?.state === 'draft' || entry?.state === 'returned'),
  );
  return (
    <>
      {written && <p class="quiet">{t('round.handInText')}</p>}
      <div class="buttons">
        {written && <PostButton action={`${base}/submission`} label={t('round.handIn')} second />}
        <PostButton action={`${base}/declination`} label={t('round.decline')} quiet />
      </div>
      <p class="hint">{t('round.declineHint')}</p>
    </>
  );
}
