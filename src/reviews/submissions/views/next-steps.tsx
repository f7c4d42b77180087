import { isBusy, type Submission } from '../submission.entity.js';
import { dayIn } from '../../../platform/i18n/dates.js';
import { addDays } from '../../../platform/i18n/day.js';
import { TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { emptyForm } from '../../../platform/web/submit-form.js';
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
            {move === 'circulate' ? (
              <CirculateForm {...{ id, version }} />
            ) : (
              <PostButton
                action={`/submissions/${id}/${addresses[move]}`}
                label={t(`submissionMove.${move}`)}
                fields={{ version }}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Two weeks are usual for comments. */
const USUAL_DAYS = 14;

function CirculateForm({ id, version }: Pick<Submission, 'id' | 'version'>) {
  const { t, zone, now } = usePage();
  const answerBy = addDays(dayIn(zone, now), USUAL_DAYS);
  return (
    <Form
      action={`/submissions/${id}/${addresses.circulate}`}
      state={emptyForm({ answerBy })}
      submit={t('submissionMove.circulate')}
      kept={false}
    >
      <input type="hidden" name="version" value={version} />
      <TextField
        name="answerBy"
        type="date"
        label={t('circulation.answerBy')}
        hint={t('circulation.answerByHint')}
      />
    </Form>
  );
}
