import { PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Waiting } from '../../desk/call-progress.service.js';
import type { Round } from '../round.entity.js';

interface RoundActionsProps {
  round: Round;
  /** Answers to read and accept; null for a draft. */
  waiting: Waiting | null;
}

/** First what is next: to open a draft, to read what came in. */
export function RoundActions({ round: { id, state }, waiting }: RoundActionsProps) {
  const { t } = usePage();
  const read = waiting && waiting.count > 0 && (
    <a class="button" href={`/rounds/${id}/answers?question=${waiting.question}`}>
      {t('collect.waiting', { count: waiting.count })}
    </a>
  );
  if (state === 'closed') return read || null;
  if (state === 'open')
    return (
      <>
        {read}
        <a class="button second" href={`/rounds/${id}/due-day`}>
          {t('round.extend')}
        </a>
        <PostButton action={`/rounds/${id}/closing`} label={t('round.close')} quiet />
      </>
    );
  return (
    <>
      <PostButton action={`/rounds/${id}/opening`} label={t('round.open')} />
      <a class="button second" href={`/rounds/${id}/edit`}>
        {t('round.edit')}
      </a>
      <PostButton action={`/rounds/${id}/removal`} label={t('round.remove')} quiet />
    </>
  );
}
