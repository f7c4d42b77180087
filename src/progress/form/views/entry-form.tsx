import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import { headed } from '../../../platform/i18n/isolated.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { Hidden, TextField } from '../../../platform/web/fields.js';
import { Conflict, Form, useFileButton } from '../../../platform/web/form.js';
import { type FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { savingTo } from '../../../platform/web/kept/save-status.js';
import { usePage } from '../../../platform/web/page-context.js';
import { ChooseItems } from '../../../plans/choosing/choose-items.js';
import type { Entry } from '../../entries/entry.entity.js';
import type { EntryFormView } from '../entry-form-view.service.js';
import { reachOf } from '../../release/reach.js';
import { Content } from '../../entries/views/content.js';
import { ObjectiveList } from '../../entries/views/objectives.js';
import { Offers } from '../../links/views/offers.js';
import { ReachList } from '../../release/views/reach.js';
import { UseChoices } from '../../release/views/uses.js';
import { reporterOf } from '../../entries/labels.js';
import { reviseWords } from '../../words/revise-words.js';
import { EvidenceFields } from './evidence-fields.js';
import { ContentFields } from './content-fields.js';
import { Saved } from './saved.js';
import { Voice } from './voice.js';

/** A draft is opened by itself; while its form had heard of no save, it was that of a new one about the item. */
const openedAt = ({ entry, items }: EntryFormView) => [
  ...(entry ? [`/progress/${entry.id}/edit`] : []),
  ...items.top.map(({ value }) => `/progress/new?item=${value}`),
];

interface EntryFormPageProps extends EntryFormView {
  state: FormState;
}

export function EntryFormPage(props: EntryFormPageProps) {
  const { entry, first, items, mechanism, last, offers, names, state, voices, panels, way, readers } = props;
  const { t, language } = usePage();
  const back = entry ? `/progress/${entry.id}` : `/items/${first!.id}`;
  const kept = { opened: openedAt(props) };
  const withFiles = useFileButton('/progress', kept);
  // Of what others know already the use is decided apart: it would change what stands.
  const asksUse = !entry || entry.number === 0;
  const reporter = entry ?? reporterOf(voices.length === 1 ? voices[0]! : String(state.values.as));
  const stands = state.conflict?.current as Entry | undefined;
  return (
    <Layout
      title={t('entry.formTitle')}
      crumbs={[
        { label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` },
        ...(first
          ? [
              {
                label: headed(first.code, rendition(first.title, language).text),
                href: `/items/${first.id}`,
              },
            ]
          : []),
      ]}
    >
      <p class="quiet">{t((entry && reviseWords(entry)) ?? 'entry.voluntary')}</p>
      {entry && <ObjectiveList objectives={entry.objectives} />}
      {panels}
      {first && <Offers offers={offers} names={names} itemId={first.id} />}
      <Conflict state={state}>{stands && <Content entry={stands} />}</Conflict>
      {last && (
        <details class="card">
          <summary>{t('entry.lastSaid')}</summary>
          <Content entry={last} />
        </details>
      )}
      <Form
        action="/progress"
        state={state}
        submit={t('entry.saveDraft')}
        cancel={back}
        attributes={savingTo('/progress/autosave')}
        kept={kept}
        files
        extra={
          <button type="submit" name="intent" value="submit" {...withFiles}>
            {t('entry.submit')}
          </button>
        }
      >
        <Hidden name="mechanismId" value={mechanism.id} />
        <Hidden name="formKey" value={state.values.formKey as string} />
        <Voice entry={entry} voices={voices} />
        {items.top.map(({ value }) => (
          <Hidden key={value} name="offered" value={value} />
        ))}
        {first && <ChooseItems items={items} label={t('entry.aboutItems')} required />}
        <div class="pair">
          <TextField name="periodStart" type="date" label={t('entry.periodStart')} required />
          <TextField name="periodEnd" type="date" label={t('entry.periodEnd')} required />
        </div>
        <ContentFields
          state={state}
          mechanism={mechanism}
          reporterKind={reporter.reporterKind}
          named={entry?.content.challengeCodes ?? []}
        />
        <EvidenceFields entry={entry} />
        {asksUse && (
          <>
            <Hidden name="asksUse" value="on" />
            <UseChoices entry={reporter} where={{ mechanism: shortNameIn(mechanism, language), readers }} />
          </>
        )}
        {entry && (entry.number > 0 || entry.places.length > 1) && (
          <>
            <ReachList reach={reachOf(entry)} names={names} />
            <p>
              <a href={`/progress/${entry.id}/release`}>{t('link.decide')}</a>
            </p>
          </>
        )}
        {way}
        <Saved id={entry?.id} version={stands?.version ?? (state.values.version as number | undefined)} />
      </Form>
    </Layout>
  );
}
