import type { TextKey } from '../../../platform/i18n/i18n.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { Choices } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import { isEditable } from '../../../progress/entries/entry.workflow.js';
import { RELEASES, VISIBILITIES } from '../../../progress/entries/vocabulary.js';
import type { QuestionAnswerWithPrevious } from '../addressee-answers.service.js';
import type { SheetOffers } from '../answer-offers.service.js';
import { answerFingerprint } from '../answer-fingerprint.js';
import type { RoundAddressee } from '../../round/round.entity.js';
import { addresseeName } from '../../round/round.view.js';
import { Question } from './answer-question.js';

export interface SheetProps {
  addressee: RoundAddressee;
  mechanismName: string;
  lines: QuestionAnswerWithPrevious[];
  offers: SheetOffers;
  /** Where the form posts to; everything else lies below. */
  base: string;
  state: FormState;
  /** Where links for colleagues are given and listed. */
  links: string;
  /** Words read from a Word file, to be looked over before they are kept. */
  fromFile?: boolean;
}

/** Everything one delegation is asked in a round, on one page, beside what it said last time. */
export function AnswerSheetPage(props: SheetProps) {
  const { t, language, day } = usePage();
  const { addressee, lines, offers, base, state, fromFile } = props;
  const { round } = addressee;
  const title = rendition(round.title, language);
  const declined = addressee.state === 'declined';
  return (
    <Layout title={title.text} titleLanguage={title.language}>
      <p>
        <strong>
          <bdi>{addresseeName(addressee, language)}</bdi>
        </strong>{' '}
        · {props.mechanismName} · {t('answering.until', { day: day(round.dueDay) })}
      </p>
      {round.reason && (
        <p>
          <LocalizedText value={round.reason} />
        </p>
      )}
      {declined ? (
        <p class="notice">{t('round.own.declined')}</p>
      ) : (
        <p class="quiet">{t('round.voluntary')}</p>
      )}
      {lines.some(({ keptBack }) => keptBack) && <p class="notice">{t('clearance.handedIn')}</p>}
      {fromFile && <p class="notice">{t('answering.fromFile')}</p>}
      <SheetButtons {...props} declined={declined} />
      {!declined && (
        <Form
          action={base}
          state={state}
          submit={t('answering.keep')}
          cancel={fromFile ? base : undefined}
          attributes={
            fromFile
              ? {}
              : {
                  'hx-post': `${base}/autosave`,
                  'hx-trigger': 'input delay:1500ms',
                  'hx-target': '#saved',
                  'hx-swap': 'outerHTML',
                  'hx-sync': 'this:drop',
                }
          }
          extra={
            <button type="submit" name="intent" value="hand-in" class="second">
              {t('answering.handIn')}
            </button>
          }
        >
          {/* What Enter in a field presses; without it that would be a question's own button. */}
          <button type="submit" name="intent" value="keep" hidden />
          {lines.map((line, index) => (
            <Question key={line.answer.id} {...{ line, state, offers, base }} number={index + 1} />
          ))}
          <Audience />
          <AutosaveStatus lines={lines} state={state} />
        </Form>
      )}
    </Layout>
  );
}

function SheetButtons({ base, lines, links, declined, fromFile }: SheetProps & { declined: boolean }) {
  const { t } = usePage();
  if (fromFile) return null;
  if (declined) return <PostButton action={`${base}/reconsideration`} label={t('round.reconsider')} />;
  return (
    <div class="buttons">
      {lines.some(canCarry) && <PostButton action={`${base}/same`} label={t('answering.sameAll')} />}
      <PostButton action={`${base}/declination`} label={t('round.decline')} quiet />
      <a href={`${base}/word`}>{t('answering.word')}</a>
      {links && <a href={links}>{t('answering.giveLink')}</a>}
    </div>
  );
}

const canCarry = ({ answer, entry, last }: QuestionAnswerWithPrevious) =>
  last !== null && !answer.declinedAt && (!entry || isEditable(entry.state));

/** How far all answers are seen; each may say otherwise. */
function Audience() {
  const { t } = usePage();
  const options = (values: readonly string[], group: string) =>
    values.map((value) => ({
      value,
      label: t(`${group}.${value}` as TextKey),
      hint: t(`${group}.${value}.hint` as TextKey),
    }));
  return (
    <details class="card">
      <summary>{t('answering.audience')}</summary>
      <p class="quiet">{t('disclosure.text')}</p>
      <Choices name="visibility" label={t('entry.seenBy')} options={options(VISIBILITIES, 'visibility')} />
      <Choices name="release" label={t('entry.inDocuments')} options={options(RELEASES, 'release')} />
    </details>
  );
}

/** The foot of the form: over which words each answer was written, and when they were kept. */
export function AutosaveStatus({
  lines,
  state,
  at,
  problem,
}: {
  lines: QuestionAnswerWithPrevious[];
  state?: FormState;
  at?: Date;
  problem?: TextKey;
}) {
  const { t, moment } = usePage();
  return (
    <div id="saved" class="saved" role="status">
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
      {problem ? t(problem) : at && t('entry.savedAt', { at: moment(at) })}
    </div>
  );
}

/** After a conflict was shown, what is sent again is meant to replace what stands. */
function versionOf(id: string, current: number | undefined, state?: FormState) {
  const sent = (state?.values.answers as Record<string, { version?: string }> | undefined)?.[id]?.version;
  return (!state?.conflict && sent) || current;
}

/** What a link shows that opens nothing any more. */
export function LinkOverPage({ done }: { done: boolean }) {
  const { t } = usePage();
  return (
    <Layout title={t(done ? 'answering.doneTitle' : 'answering.overTitle')}>
      <p>{t(done ? 'answering.doneText' : 'answering.overText')}</p>
    </Layout>
  );
}
