import type { Submission } from '../submission.entity.js';
import { isBusy } from '../../compilation/views/compilation.js';
import { usePage } from '../../../platform/web/page-context.js';
import { PostButton } from '../../../platform/web/layout.js';
import { type SubmissionMove, submissionWorkflow } from '../submission.workflow.js';

const addresses: Record<SubmissionMove, string> = {
  circulate: 'circulation',
  clear: 'clearance',
  freeze: 'freeze',
  recall: 'recall',
  revise: 'revision',
};

/** What may be done next, from the workflow's table; with the version shown, so that what one sees is what moves on. */
export function NextSteps({ submission }: { submission: Submission }) {
  const { t } = usePage();
  const { id, state, version } = submission;
  if (isBusy(submission) || !submission.compiled) return null;
  return (
    <section>
      <h2>{t('submission.next')}</h2>
      <ul class="cards">
        {submissionWorkflow.allowedMoves(state).map((move) => (
          <li key={move} class="card">
            <p>{t(`submissionMove.${move}.text`)}</p>
            <PostButton
              action={`/submissions/${id}/${addresses[move]}`}
              label={t(`submissionMove.${move}`)}
              fields={{ version }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
