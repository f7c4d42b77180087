import { LANGUAGE_NAMES, type TextKey } from '../../../platform/i18n/i18n.js';
import { Select, TextArea } from '../../../platform/web/fields.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { usePage } from '../../../platform/web/page-context.js';
import { ITEM_STATUSES } from '../../../plans/plan/vocabulary.js';
import { isEditable } from '../../../progress/entries/entry.workflow.js';
import { Content } from '../../../progress/entries/views/content.js';
import { Offers } from '../../../progress/links/views/offers.js';
import { RELEASES, VISIBILITIES } from '../../../progress/entries/vocabulary.js';
import type { QuestionAnswerWithPrevious } from '../addressee-answers.service.js';
import type { SheetOffers } from '../answer-offers.service.js';
import { questionTitle } from '../../round/round.view.js';
import { QuestionHint } from '../../round/views/parts.js';

interface QuestionProps {
  line: QuestionAnswerWithPrevious;
  /** Its place on the page, from 1. */
  number: number;
  state: FormState;
  offers: SheetOffers;
  /** Address of the page. */
  base: string;
}

/** One question: what was said last time and elsewhere, and the words of the answer. */
export function Question({ line, number, state, offers, base }: QuestionProps) {
  const { t, language } = usePage();
  const { answer, question, entry, last } = line;
  const { text, language: of, code } = questionTitle(question, language);
  const handed = entry !== null && !isEditable(entry.state);
  const stale = ((state.conflict?.current ?? []) as string[]).includes(answer.id);
  return (
    <section class="card" id={`q-${answer.id}`}>
      <h2>
        {number}. {question.objective === null ? code : `${t('round.objective', { number: code })}:`}{' '}
        <span lang={of} dir="auto">
          {text}
        </span>
      </h2>
      <QuestionHint question={question} />
      {line.keptBack && <p class="tag">{t('clearance.inClearance')}</p>}
      {stale && (
        <div class="conflict" role="alert">
          <p>{t('error.stale')}</p>
          {entry && <Content entry={entry} />}
        </div>
      )}
      {last && <Last line={line} />}
      {question.itemId && (
        <Offers
          offers={offers.byItem.get(question.itemId) ?? []}
          names={offers.names}
          itemId={question.itemId}
          back={`${base}#q-${answer.id}`}
        />
      )}
      {handed && (
        <>
          <p class="tag">{t(`entryState.${entry.state}` as TextKey)}</p>
          <Content entry={entry} />
        </>
      )}
      {!handed && answer.declinedAt && (
        <p>
          {t('round.prefersNot')}{' '}
          <button type="submit" name="intent" value={`reconsider:${answer.id}`} class="quiet-button">
            {t('round.reconsider')}
          </button>
        </p>
      )}
      {!handed && !answer.declinedAt && <Words line={line} />}
    </section>
  );
}

function Last({ line: { answer, entry, last } }: { line: QuestionAnswerWithPrevious }) {
  const { t, day } = usePage();
  const { content, periodStart, periodEnd } = last!;
  return (
    <div class="last-time">
      <details open={!entry}>
        <summary>
          {t('answering.last', {
            period: t('when.range', { from: day(periodStart), until: day(periodEnd) }),
          })}
          {content.language && <span class="quiet"> ({LANGUAGE_NAMES[content.language]})</span>}
        </summary>
        <Content entry={last!} />
      </details>
      {!answer.declinedAt && !entry && (
        <button type="submit" name="intent" value={`same:${answer.id}`} class="second">
          {t('answering.same')}
        </button>
      )}
    </div>
  );
}

function Words({ line: { answer } }: { line: QuestionAnswerWithPrevious }) {
  const { t } = usePage();
  const name = (field: string) => `answers.${answer.id}.${field}`;
  return (
    <>
      <TextArea name={name('narrative')} label={t('entry.narrative')} rows={5} />
      <details>
        <summary>{t('answering.more')}</summary>
        <Select
          name={name('status')}
          label={t('entry.status')}
          empty={t('entry.noStatus')}
          options={ITEM_STATUSES.map((value) => ({ value, label: t(`itemStatus.${value}` as TextKey) }))}
        />
        <TextArea name={name('results')} label={t('entry.results')} rows={3} />
        <TextArea name={name('challenges')} label={t('entry.challengesText')} rows={3} />
        <TextArea name={name('nextSteps')} label={t('entry.nextSteps')} rows={3} />
        <TextArea name={name('support')} label={t('entry.supportText')} rows={3} />
        <Select
          name={name('visibility')}
          label={t('entry.seenBy')}
          empty={t('answering.asAll')}
          options={VISIBILITIES.map((value) => ({ value, label: t(`visibility.${value}` as TextKey) }))}
        />
        <Select
          name={name('release')}
          label={t('entry.inDocuments')}
          empty={t('answering.asAll')}
          options={RELEASES.map((value) => ({ value, label: t(`release.${value}` as TextKey) }))}
        />
      </details>
      <p>
        <button type="submit" name="intent" value={`decline:${answer.id}`} class="quiet-button">
          {t('round.declineOne')}
        </button>
      </p>
    </>
  );
}
