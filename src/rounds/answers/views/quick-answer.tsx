import { placeCrumb } from '../../../mechanisms/mechanism/views/parts.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { Choices } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import type { RoundAddressee } from '../../round/round.entity.js';
import { addresseeName } from '../../round/round.view.js';
import type { Transcript } from '../../transcripts/transcript.entity.js';
import { TranscriptNotice } from '../../transcripts/views/transcript-notice.js';
import { QUICK_ANSWERS, type QuickAnswer } from '../quick-answers.js';

interface QuickAnswerProps {
  addressee: RoundAddressee;
  mechanismName: string;
  /** Address of the answers. */
  base: string;
  can: ReadonlySet<QuickAnswer>;
  state: FormState;
  /** What the secretariat typed for the delegation: there is something to say. */
  waits: Transcript | null;
}

/** One button, and which answer it gives: the link that led here has chosen one, and has done nothing. */
export function QuickAnswerPage({ addressee, mechanismName, base, can, state, waits }: QuickAnswerProps) {
  const { t, language, day } = usePage();
  const { round } = addressee;
  const title = rendition(round.title, language);
  const options = QUICK_ANSWERS.filter((one) => can.has(one)).map((value) => ({
    value,
    label: t(`answering.quick.${value}`),
    hint: t(`answering.quick.${value}.hint`),
  }));
  return (
    <Layout
      title={title.text}
      titleLanguage={title.language}
      crumbs={[placeCrumb(addressee.round.mechanismId)]}
      signInTo={`/rounds/${addressee.round.id}`}
    >
      <p>
        <strong>
          <bdi>{addresseeName(addressee, language)}</bdi>
        </strong>{' '}
        · {mechanismName} · {t('answering.until', { day: day(round.dueDay) })}
      </p>
      <Conflict state={state} />
      {waits && <TranscriptNotice transcript={waits} href={`${base}/transcript`} />}
      {options.length > 0 && (
        <Form action={`${base}/quick`} state={state} submit={t('answering.quick.send')}>
          <Choices name="say" label={t('answering.quick.title')} options={options} required />
        </Form>
      )}
      {!can.has('nothing') && <p class="notice">{t('answering.quick.begun')}</p>}
      {can.has('nothing') && !can.has('same') && <p class="quiet">{t('error.answering.noLast')}</p>}
      <p>
        <a href={base}>{t('answering.quick.form')}</a>
      </p>
    </Layout>
  );
}
