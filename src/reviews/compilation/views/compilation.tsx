import { PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { isBusy, type Submission } from '../../submissions/submission.entity.js';

const POLL = 'every 2s';

/**
 * How far compiling is. While it runs htmx asks again for this piece; without JavaScript a link does. An answer that
 * is no success (signed out meanwhile) is not put in its place.
 */
export function CompilationState({ submission }: { submission: Submission }) {
  const { id, progress } = submission;
  const { t } = usePage();
  if (!isBusy(submission)) return <Settled submission={submission} />;
  return (
    <div
      id="compilation"
      role="status"
      hx-get={`/submissions/${id}/compilation`}
      hx-trigger={POLL}
      hx-swap="outerHTML"
      {...{ 'hx-status:4xx': 'swap:none', 'hx-status:5xx': 'swap:none' }}
    >
      <p>
        <label>
          {t('submission.compiling', { percent: progress })} <progress max={100} value={progress} />
        </label>
      </p>
      <div class="actions">
        <a href={`/submissions/${id}`}>{t('submission.lookAgain')}</a>
        <PostButton
          action={`/submissions/${id}/compilation/cancel`}
          label={t('submission.cancelCompilation')}
          quiet
        />
      </div>
    </div>
  );
}

function Settled({ submission }: { submission: Submission }) {
  const { id, compilation, compilationError, compiledAt, state } = submission;
  const { t, moment } = usePage();
  return (
    <div id="compilation">
      {compilation === 'failed' && (
        <div class="errors" role="alert">
          <p>{t('submission.failed')}</p>
          {compilationError && (
            <p>
              <bdi>{compilationError}</bdi>
            </p>
          )}
        </div>
      )}
      <p>
        {compiledAt ? t('submission.compiledAt', { at: moment(compiledAt) }) : t('submission.notCompiled')}
      </p>
      {state === 'drafting' && (
        <PostButton
          action={`/submissions/${id}/compilation`}
          label={t(compiledAt ? 'submission.compileAgain' : 'submission.compile')}
        />
      )}
    </div>
  );
}
