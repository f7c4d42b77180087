import type { TextKey } from '../../../platform/i18n/i18n.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { usePage } from '../../../platform/web/page-context.js';
import { SaveStatus } from '../../../platform/web/kept/save-status.js';
import type { QuestionAnswerWithPrevious } from '../addressee-answers.service.js';
import { answeredCount } from '../answered-count.js';
import { answerFingerprint } from '../answer-fingerprint.js';

interface AutosaveStatusProps {
  lines: QuestionAnswerWithPrevious[];
  state?: FormState;
  at?: Date;
  problem?: TextKey;
}

/** What submitting would hand in, before anybody presses the button. */
function Answered({ lines, state }: Pick<AutosaveStatusProps, 'lines' | 'state'>) {
  const { t } = usePage();
  const { answered, open } = answeredCount(lines, state);
  const rest = open > 0 && answered < lines.length;
  return (
    <p class="answered">
      {t('answering.count', { count: lines.length, number: answered })} {rest && t('answering.countRest')}
    </p>
  );
}

/** The foot of the form: how many questions are answered, over which words each answer was written, and when they were saved. */
export function AutosaveStatus({ lines, state, at, problem }: AutosaveStatusProps) {
  return (
    <SaveStatus {...{ at, problem }}>
      <Answered {...{ lines, state }} />
      {lines.map(({ answer, entry }) => (
        <span key={answer.id} hidden>
          <input
            type="hidden"
            name={`answers.${answer.id}.version`}
            value={versionOf(answer.id, entry?.version ?? undefined, state)}
          />
          <input type="hidden" name={`answers.${answer.id}.mark`} value={answerFingerprint(entry?.content)} />
        </span>
      ))}
    </SaveStatus>
  );
}

/** After a conflict was shown, what is sent again is meant to replace the current version. */
function versionOf(id: string, current: number | undefined, state?: FormState) {
  const sent = (state?.values.answers as Record<string, { version?: string }> | undefined)?.[id]?.version;
  return (!state?.conflict && sent) || current;
}
