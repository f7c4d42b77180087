import { WritingTools } from '../../../platform/web/writing/writing-tools.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { Hidden, Select, TextField } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Prose } from '../../../platform/web/prose.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import type { QuestionAnswer } from '../../answers/answer-query.service.js';
import { Words } from '../../answers/views/answer-fields.js';
import type { RoundAddressee } from '../../round/round.entity.js';
import { addresseeName } from '../../round/round.view.js';
import { QuestionHint, QuestionTitle, useCrumbs } from '../../round/views/parts.js';
import type { Transcript } from '../transcript.entity.js';
import { TRANSCRIPT_WAYS } from '../vocabulary.js';

interface TranscriptFormProps {
  mechanism: Mechanism;
  addressee: RoundAddressee;
  lines: QuestionAnswer[];
  /** The one that waits for the delegation. */
  waits: Transcript | null;
  /** The last one, when the delegation did not confirm it. */
  refused: Transcript | null;
  state: FormState;
}

/** What a delegation sent in another way, typed by its secretariat. */
export function TranscriptFormPage({
  mechanism,
  addressee,
  lines,
  waits,
  refused,
  state,
}: TranscriptFormProps) {
  const { t, language, moment } = usePage();
  const { round } = addressee;
  const page = `/rounds/${round.id}/addressees/${addressee.id}`;
  const who = addresseeName(addressee, language);
  const crumbs = [...useCrumbs(mechanism, round), { label: who, href: page }];
  return (
    <Layout title={t('transcript.title')} crumbs={crumbs}>
      <p>{t('transcript.text', { who })}</p>
      {refused && (
        <section class="notice">
          <p>{t('transcript.refusedBy', { name: refused.decidedName, at: moment(refused.decidedAt!) })}</p>
          {refused.reason && <Prose text={refused.reason} />}
        </section>
      )}
      <Conflict state={state} />
      {waits && (
        <p class="notice">
          {t('transcript.waits', { name: waits.enteredName, at: moment(waits.enteredAt) })}{' '}
          <PostButton
            action={`${page}/transcript/withdrawal`}
            label={t('transcript.withdraw')}
            fields={{ version: waits.version }}
            quiet
          />
        </p>
      )}
      {round.state === 'open' ? (
        <Form
          action={`${page}/transcript`}
          state={state}
          submit={t(waits ? 'form.save' : 'transcript.enter')}
          cancel={page}
        >
          {waits && <Hidden name="version" value={waits.version} />}
          <WritingTools />
          <div class="pair">
            <Select
              name="way"
              label={t('transcript.way')}
              options={TRANSCRIPT_WAYS.map((value) => ({ value, label: t(`transcript.way.${value}`) }))}
              required
            />
            <TextField name="receivedDay" type="date" label={t('transcript.receivedDay')} required />
          </div>
          {lines.map((line) => (
            <section key={line.answer.id} class="card">
              <h2>
                <QuestionTitle question={line.question} />
              </h2>
              <QuestionHint question={line.question} />
              {line.entry ? (
                <a href={`/progress/${line.entry.id}`}>{t('round.read')}</a>
              ) : (
                <Words line={line} uses={false} decides={false} />
              )}
            </section>
          ))}
        </Form>
      ) : (
        <p>{t('error.round.answer')}</p>
      )}
    </Layout>
  );
}
