import { PostButton } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import type { SeenPractice } from '../practice-query.service.js';
import { practiceWorkflow, isEditable } from '../practice.workflow.js';

export function OwnActions({ practice, standing }: Pick<SeenPractice, 'practice' | 'standing'>) {
  const { t } = usePage();
  const { id, state } = practice;
  const moves = practiceWorkflow.allowedMoves(state);
  const base = `/practices/${id}`;
  return (
    <>
      {moves.includes('offer') && standing !== 'in-clearance' && (
        <PostButton action={`${base}/offer`} label={t('practice.offer')} />
      )}
      {moves.includes('share') && (
        <a class="button" href={`${base}/share`}>
          {t(state === 'shared' ? 'practice.shareAgain' : 'practice.share')}
        </a>
      )}
      {isEditable(state) && (
        <a class="button second" href={`${base}/edit`}>
          {t('practice.edit')}
        </a>
      )}
      {moves.includes('endReview') && (
        <PostButton action={`${base}/review-end`} label={t('practice.endReview')} quiet />
      )}
      {moves.includes('withdraw') && (
        <PostButton action={`${base}/withdrawal`} label={t('practice.withdraw')} quiet />
      )}
      {moves.includes('revise') && (
        <PostButton action={`${base}/revision`} label={t('practice.revise')} quiet />
      )}
      {(state === 'draft' || state === 'withdrawn') && (
        <PostButton action={`${base}/removal`} label={t('practice.remove')} danger />
      )}
    </>
  );
}
