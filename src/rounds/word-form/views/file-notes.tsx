import type { TextKey } from '../../../platform/i18n/i18n.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Hidden } from '../../../platform/web/fields.js';
import { Prose } from '../../../platform/web/prose.js';
import type { QuestionAnswerWithPrevious } from '../../answers/addressee-answers.service.js';
import type { BoxStatus, FileNotices } from '../filled-form.js';
import type { FileReview } from '../reviewed-file.dto.js';

/** Above the questions: that this is from a file, what is not in it, and what is left over. */
export function FileNotes({ file, notices }: { file: FileReview; notices?: FileNotices }) {
  const { t } = usePage();
  const said = Object.entries(notices ?? {}).filter(([, value]) => Boolean(value));
  return (
    <div class="notice">
      <p>{t('answering.fromFile')}</p>
      {said.length > 0 && (
        <ul>
          {said.map(([kind, value]) => (
            <li key={kind}>{t(`answering.notTaken.${kind}` as TextKey, { number: Number(value) })}</li>
          ))}
        </ul>
      )}
      {Object.keys(file.leftovers).length > 0 && (
        <p>
          <a href="#leftovers">{t('answering.leftBelow')}</a>
        </p>
      )}
    </div>
  );
}

/** At a question: what became of its box in the file, and what saving would replace. */
export function BoxNote({
  line: { answer, entry },
  status,
  text,
}: {
  line: QuestionAnswerWithPrevious;
  status: BoxStatus;
  text: string;
}) {
  const { t } = usePage();
  const now = entry?.content.narrative?.trim();
  return (
    <>
      <Hidden name={`file.boxes.${answer.id}`} value={status} />
      <p class={status === 'read' ? 'quiet' : 'notice'}>
        {t(`answering.box.${status}`)}
        {status !== 'read' && now && ` ${t('answering.box.stays')}`}
      </p>
      {status === 'read' && now && now !== text.trim() && (
        <details class="last-time">
          <summary>{t('answering.box.before')}</summary>
          <Prose text={now} language={entry?.content.language ?? undefined} />
        </details>
      )}
    </>
  );
}
