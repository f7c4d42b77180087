import { ObjectiveRef } from '../../../framework/views/objective-ref.js';
import { directionOf } from '../../../platform/i18n/i18n.js';
import { headed } from '../../../platform/i18n/isolated.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { usePage } from '../../../platform/web/page-context.js';
import { isEditable } from '../../../progress/entries/entry.workflow.js';
import { Content } from '../../../progress/entries/views/content.js';
import { Offers } from '../../../progress/links/views/offers.js';
import type { QuestionAnswerWithPrevious } from '../addressee-answers.service.js';
import type { SheetOffers } from '../answer-offers.service.js';
import { answerFingerprint, NO_WORDS } from '../answer-fingerprint.js';
import type { AnswerWords } from '../answers.dto.js';
import { questionTitle } from '../../round/round.view.js';
import { QuestionHint } from '../../round/views/parts.js';
import type { BoxStatus } from '../../word-form/filled-form.js';
import { BoxNote } from '../../word-form/views/file-notes.js';
import { Last } from './previous-answer.js';
import { Words } from './answer-fields.js';
import { StandingTag } from '../../../progress/words/standing-tag.js';

interface QuestionProps {
  line: QuestionAnswerWithPrevious;
  /** Its place on the page, from 1. */
  number: number;
  state: FormState;
  offers: SheetOffers;
  /** Whether the reader chooses how far answers are seen. */
  uses: boolean;
  /** Whether the reader speaks for the delegation, and does not only write. */
  decides: boolean;
  /** Whether the fields hold other words than the delegation's draft, which stands beside them. */
  beside?: boolean;
  /** Address of the page. */
  base: string;
  /** What became of its box in a Word file that was read. */
  status?: BoxStatus;
}

/** One question: what was said last time and elsewhere, and the words of the answer. */
export function Question(props: QuestionProps) {
  const { line, number, state, offers, uses, decides, base, beside, status } = props;
  const { t, language } = usePage();
  const { answer, question, entry, last } = line;
  const { text, language: of, code } = questionTitle(question, language);
  const handed = entry !== null && !isEditable(entry.state);
  const given = (state.values.answers as Record<string, AnswerWords> | undefined)?.[answer.id];
  const isTyped = answerFingerprint(given) !== NO_WORDS;
  // Of answers that collided, their ids; of a transcript, what it is now.
  const collided = state.conflict?.current;
  const stale = Array.isArray(collided) && collided.includes(answer.id);
  return (
    <section class="card" id={`q-${answer.id}`}>
      <h2>
        {number}.{' '}
        {question.objective === null ? (
          <bdi dir={directionOf(of)} lang={of}>
            {headed(code, text)}
          </bdi>
        ) : (
          <>
            <ObjectiveRef number={question.objective}>{t('round.objective', { number: code })}</ObjectiveRef>{' '}
            <span lang={of} dir="auto">
              {text}
            </span>
          </>
        )}
      </h2>
      {question.hint ? (
        <QuestionHint question={question} />
      ) : (
        question.kind !== 'free' && <p class="hint">{t('round.asksProgress')}</p>
      )}
      {entry && (
        <p>
          <StandingTag standing={entry.standing} />
        </p>
      )}
      {line.withheld && !stale && (
        <p class="quiet">{t(isTyped ? 'answering.withheldTyped' : 'answering.withheld')}</p>
      )}
      {stale && (
        <div class="conflict" role="alert">
          <p>{t(line.withheld ? 'answering.withheldTyped' : 'error.stale')}</p>
          {entry && <Content entry={entry} />}
        </div>
      )}
      {last && <Last line={line} carries={!beside} />}
      {question.itemId && (
        <Offers
          offers={offers.byItem.get(question.itemId) ?? []}
          names={offers.names}
          itemId={question.itemId}
          back={`${base}#q-${answer.id}`}
        />
      )}
      {handed && <Content entry={entry} />}
      {beside && isTyped && entry && !handed && answerFingerprint(entry.content) !== NO_WORDS && (
        <details class="last-time" open>
          <summary>{t('transcript.ownDraft')}</summary>
          <Content entry={entry} />
        </details>
      )}
      {!handed && answer.declinedAt && (
        <p>
          {t('round.prefersNot')}{' '}
          {decides && (
            <button type="submit" name="intent" value={`reconsider:${answer.id}`} class="quiet-button">
              {t('round.reconsider')}
            </button>
          )}
        </p>
      )}
      {!handed && !answer.declinedAt && !line.withheld && status && (
        <BoxNote {...{ line, status }} text={given?.narrative ?? ''} />
      )}
      {!handed && ((!answer.declinedAt && !line.withheld) || isTyped) && (
        <Words
          {...{ line, uses, decides }}
          rows={status === 'read' ? rowsOf(given?.narrative ?? '') : undefined}
        />
      )}
    </section>
  );
}

/** High enough to look the text over, within reason. */
const rowsOf = (text: string) =>
  Math.min(
    20,
    Math.max(
      5,
      text.split('\n').reduce((rows, line) => rows + 1 + Math.floor(line.length / 75), 1),
    ),
  );
