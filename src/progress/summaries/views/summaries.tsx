import { languageName } from '../../../platform/i18n/language-names.js';
import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { type TextKey } from '../../../platform/i18n/i18n.js';
import { Hidden, Select, TextArea } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { emptyForm, type FormState } from '../../../platform/web/submit-form.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { placeCrumb } from '../../../mechanisms/mechanism/views/parts.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Prose } from '../../../platform/web/prose.js';
import type { SeenEntry } from '../../access/seen-entry.js';
import type { EntryDisclosure } from '../../access/seen-disclosure.js';
import type { EntrySummary } from '../summary.entity.js';
import { summaryWorkflow } from '../summary.workflow.js';

/** A wording as it stands, and for its reporter what can be decided about it. */
export function SummaryDecision({
  entry,
  wording,
  state,
}: {
  entry: SeenEntry;
  wording: EntrySummary;
  state?: FormState;
}) {
  const { t } = usePage();
  const moves = entry.sight === 'own' ? summaryWorkflow.allowedMoves(wording.state) : [];
  const action = `/progress/${entry.id}/wordings/${wording.id}`;
  return (
    <article class="card">
      <h3>{t('wording.title')}</h3>
      <Words wording={wording} />
      {moves.includes('approve') && (
        <p class="actions">
          <PostButton action={`${action}/approval`} label={t('wording.approve')} />
        </p>
      )}
      {(moves.includes('decline') || (entry.sight === 'own' && wording.state === 'declined')) && (
        <details open={state !== undefined}>
          <summary>{t('wording.declineHow')}</summary>
          <Form
            action={`${action}/refusal`}
            state={state ?? emptyForm({ language: wording.language })}
            submit={t('wording.decline')}
          >
            <Hidden name="language" value={wording.language} />
            <TextArea
              name="text"
              label={t('wording.own')}
              hint={t('wording.ownHint')}
              rows={4}
              language={wording.language}
            />
          </Form>
        </details>
      )}
    </article>
  );
}

function Words({ wording }: { wording: EntrySummary }) {
  const { t, moment } = usePage();
  return (
    <>
      <p class="quiet">
        <span class="tag">{t(`wordingState.${wording.state}` as TextKey)}</span>{' '}
        {t(wording.by === 'reporter' ? 'wording.byReporter' : 'wording.bySecretariat', {
          at: moment(wording.suggestedAt),
          number: wording.number,
        })}
      </p>
      <Prose text={wording.text} language={wording.language} />
    </>
  );
}

interface WordingsPageProps {
  entry: SeenEntry;
  mechanisms: Mechanism[];
  /** Where the actor is the secretariat. */
  places: EntryDisclosure[];
  wordings: EntrySummary[];
  state?: FormState;
}

/** For the secretariat: what it suggested and what became of it, and a form to suggest. */
export function SummariesPage({ entry, mechanisms, places, wordings, state }: WordingsPageProps) {
  const { t, language } = usePage();
  const open = mechanisms.filter(({ id }) =>
    places.some((disclosure) => disclosure.mechanismId === id && disclosure.acceptedVersion > 0),
  );
  const languages = [...new Set([...open.flatMap((mechanism) => mechanism.languages), language, 'en'])];
  const [only, ...others] = open;
  const suggestible = only && entry.reporterKind !== 'secretariat';
  return (
    <Layout
      title={t('wording.title')}
      crumbs={[placeCrumb(entry.mechanismId), { label: t('entry.entry'), href: `/progress/${entry.id}` }]}
    >
      <p>{t('wording.text')}</p>
      {wordings.map((wording) => (
        <article key={wording.id} class="card">
          <Words wording={wording} />
        </article>
      ))}
      {!suggestible && <p class="quiet">{t(only ? 'error.wordingOwn' : 'error.wordingNotAccepted')}</p>}
      {suggestible && (
        <>
          <h2>{t('wording.suggest')}</h2>
          <Form
            action={`/progress/${entry.id}/wordings`}
            state={state ?? emptyForm({ language: entry.content.language ?? languages[0] })}
            submit={t('wording.suggest')}
            cancel={`/progress/${entry.id}`}
          >
            {others.length === 0 ? (
              <Hidden name="mechanismId" value={only.id} />
            ) : (
              <Select
                name="mechanismId"
                label={t('release.mechanism')}
                options={open.map((one) => ({ value: one.id, label: shortNameIn(one, language) }))}
                required
              />
            )}
            <Select
              name="language"
              label={t('wording.language')}
              options={languages.map((value) => ({ value, label: languageName(value, language) }))}
              required
            />
            <TextArea
              name="text"
              label={t('wording.words')}
              hint={t('wording.wordsHint')}
              rows={6}
              required
            />
          </Form>
        </>
      )}
    </Layout>
  );
}
