import type { VNode } from 'preact';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { LANGUAGE_NAMES, type TextKey } from '../../../platform/i18n/i18n.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { CheckBox, Choices, Hidden, Select, TextArea, TextField } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { PlanItem } from '../../../plans/plan/plan.entity.js';
import { ITEM_STATUSES } from '../../../plans/plan/vocabulary.js';
import type { SeenEntry } from '../../access/entry-query.service.js';
import type { Entry, EntryVersion } from '../../entries/entry.entity.js';
import type { Offer } from '../../links/offers.service.js';
import { reachOf } from '../../release/reach.js';
import { challengeCodes, supportKinds } from '../../entries/vocabulary.data.js';
import { Content } from '../../entries/views/entry.js';
import { ObjectiveList } from '../../entries/views/objectives.js';
import { voiceLabel } from '../../entries/labels.js';
import { Offers } from '../../links/views/offers.js';
import { ReachList } from '../../release/views/reach.js';

interface EntryFormPageProps {
  entry: SeenEntry | null;
  items: PlanItem[];
  mechanism: Mechanism;
  /** What the same reporter said last about these items. */
  last: EntryVersion | null;
  /** What the same reporter said in other mechanisms. */
  offers: Offer[];
  names: ReadonlyMap<string, string>;
  state: FormState;
  voices: string[];
  panels: VNode[];
}

export function EntryFormPage(props: EntryFormPageProps) {
  const { entry, items, mechanism, last, offers, names, state, voices, panels } = props;
  const { t, language } = usePage();
  const first = items[0];
  const back = entry ? `/progress/${entry.id}` : `/items/${first!.id}`;
  const stands = state.conflict?.current as Entry | undefined;
  return (
    <Layout
      title={t('entry.formTitle')}
      crumbs={[
        { label: mechanism.shortName, href: `/mechanisms/${mechanism.id}` },
        ...(first
          ? [
              {
                label: `${first.code} ${rendition(first.title, language).text}`.trim(),
                href: `/items/${first.id}`,
              },
            ]
          : []),
      ]}
    >
      <p class="quiet">{t('entry.voluntary')}</p>
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
        attributes={{
          'hx-post': '/progress/autosave',
          'hx-trigger': 'input delay:1500ms',
          'hx-target': '#saved',
          'hx-swap': 'outerHTML',
          // A save that was cut short may have been kept: the next one waits until the form knows of it.
          'hx-sync': 'this:drop',
        }}
        extra={
          <button type="submit" name="intent" value="submit" class="second">
            {t('entry.submit')}
          </button>
        }
      >
        <Hidden name="mechanismId" value={mechanism.id} />
        <Hidden name="formKey" value={state.values.formKey as string} />
        <Voice entry={entry} voices={voices} />
        {items.map((item) => (
          <Hidden key={item.id} name="offered" value={item.id} />
        ))}
        {items.length > 0 && <ItemChoice items={items} />}
        <div class="pair">
          <TextField name="periodStart" type="date" label={t('entry.periodStart')} required />
          <TextField name="periodEnd" type="date" label={t('entry.periodEnd')} required />
        </div>
        <ContentFields mechanism={mechanism} />
        {entry && <ReachList reach={reachOf(entry)} names={names} />}
        <Saved id={entry?.id} version={stands?.version ?? (state.values.version as number | undefined)} />
      </Form>
    </Layout>
  );
}

function ItemChoice({ items }: { items: PlanItem[] }) {
  const { t, language } = usePage();
  return (
    <>
      <Choices
        name="items"
        label={t('entry.aboutItems')}
        options={items.map((item) => ({
          value: item.id,
          label: `${item.code} ${rendition(item.title, language).text}`.trim(),
        }))}
        many
        required
      />
      <TextField name="itemCodes" label={t('entry.otherItems')} hint={t('entry.otherItemsHint')} />
    </>
  );
}

function Voice({ entry, voices }: { entry: SeenEntry | null; voices: string[] }) {
  const { t, language } = usePage();
  if (entry) return null;
  if (voices.length === 1) return <Hidden name="as" value={voices[0]!} />;
  return (
    <Select
      name="as"
      label={t('entry.as')}
      options={voices.map((value) => ({ value, label: voiceLabel(value, t, language) }))}
      required
    />
  );
}

function ContentFields({ mechanism }: { mechanism: Mechanism }) {
  const { t, language } = usePage();
  const languages = [...new Set([...mechanism.languages, language, 'en'])].map((value) => ({
    value,
    label: LANGUAGE_NAMES[value] ?? value,
  }));
  return (
    <>
      <div class="pair">
        <Select
          name="content.status"
          label={t('entry.status')}
          empty={t('entry.noStatus')}
          options={ITEM_STATUSES.map((value) => ({ value, label: t(`itemStatus.${value}` as TextKey) }))}
        />
        <Select name="content.language" label={t('entry.language')} options={languages} />
      </div>
      <TextArea
        name="content.narrative"
        label={t('entry.narrative')}
        hint={t('entry.narrativeHint')}
        rows={8}
      />
      <TextArea name="content.results" label={t('entry.results')} rows={4} />
      <Choices
        name="content.challengeCodes"
        label={t('entry.challenges')}
        options={challengeCodes.map((value) => ({ value, label: t(`challenge.${value}` as TextKey) }))}
        many
      />
      <TextArea name="content.challenges" label={t('entry.challengesText')} rows={3} />
      <TextArea name="content.nextSteps" label={t('entry.nextSteps')} rows={3} />
      <Choices
        name="content.supportKinds"
        label={t('entry.support')}
        options={supportKinds.map((value) => ({ value, label: t(`support.${value}` as TextKey) }))}
        many
      />
      <TextArea name="content.support" label={t('entry.supportText')} rows={3} />
      <CheckBox name="content.practice" label={t('entry.practice')} hint={t('entry.practiceHint')} />
    </>
  );
}

/** The foot of the form: which draft this is, and when it was kept. Replaced by each save while typing. */
export function Saved({
  id,
  version,
  at,
  problem,
}: {
  id?: string;
  version?: number;
  at?: Date;
  problem?: TextKey;
}) {
  const { t, moment } = usePage();
  return (
    <div id="saved" class="saved" role="status">
      {id && <input type="hidden" name="id" value={id} />}
      {version && <input type="hidden" name="version" value={version} />}
      {problem ? t(problem) : at && t('entry.savedAt', { at: moment(at) })}
    </div>
  );
}
