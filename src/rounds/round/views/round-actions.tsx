import { PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Round } from '../round.entity.js';

export function RoundActions({ round: { id, state } }: { round: Round }) {
  const { t } = usePage();
  if (state === 'closed') return null;
  if (state === 'open')
    return (
      <>
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
