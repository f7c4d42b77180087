import { States } from '../../accounts/states.js';
import { objectiveLabel, objectiveTitle, principleName } from '../../framework/framework.js';
import { objectives } from '../../framework/objectives.data.js';
import { principles } from '../../framework/principles.data.js';
import type { Mechanism } from '../../mechanisms/mechanism.entity.js';
import type { TextKey } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import { Choices, Hidden, Select, TextArea, TextField } from '../../platform/web/fields.js';
import { Conflict, Form, type FormState } from '../../platform/web/form.js';
import { Layout } from '../../platform/web/layout.js';
import { LocalizedFields } from '../../platform/web/localized-fields.js';
import { usePage } from '../../platform/web/page-context.js';
import type { Plan, PlanItem } from '../plan.entity.js';
import type { ItemSnapshot } from '../snapshot.js';
import { ITEM_STATUSES } from '../vocabulary.js';
import { PRECISIONS } from '../when.js';

interface ItemFormPageProps {
  plan: Plan;
  item: PlanItem | null;
  mechanism: Mechanism;
  members: string[];
  state: FormState;
}

/** An item in the shape of its form. */
export function valuesOf(snapshot: ItemSnapshot): Record<string, unknown> {
  const namesOf = (kind: string) =>
    snapshot.owners
      .filter((owner) => owner.startsWith(`${kind}:`))
      .map((owner) => owner.slice(kind.length + 1))
      .join('\n');
  return {
    ...snapshot,
    ownerNames: {
      groups: namesOf('group'),
      workingGroups: namesOf('working-group'),
      partners: namesOf('partner'),
    },
    objectives: snapshot.objectives.filter((objective) => !objective.includes('(')),
    actions: snapshot.objectives.filter((objective) => objective.includes('(')).join(', '),
    principles: snapshot.principles.map(String),
  };
}

export function ItemFormPage({ plan, item, mechanism, members, state }: ItemFormPageProps) {
  const { t, language } = usePage();
  const current = state.conflict?.current as ItemSnapshot | undefined;
  return (
    <Layout
      title={t(item ? 'item.edit' : 'item.new')}
      crumbs={[
        { label: mechanism.shortName, href: `/mechanisms/${mechanism.id}` },
        { label: rendition(plan.title, language).text, href: `/plans/${plan.id}` },
      ]}
    >
      <Conflict state={state}>
        {current && item && <BothVersions current={current} typed={state.values} />}
      </Conflict>
      <Form
        action={item ? `/items/${item.id}` : `/plans/${plan.id}/items`}
        state={state}
        submit={t(item ? 'form.save' : 'item.create')}
        cancel={item ? `/items/${item.id}` : `/plans/${plan.id}`}
      >
        {item ? (
          <Hidden name="version" value={state.conflict ? item.version : (state.values.version as number)} />
        ) : (
          <Hidden name="parentId" value={(state.values.parentId as string | undefined) ?? ''} />
        )}
        <TextField name="code" label={t('item.code')} hint={t('item.codeHint')} short />
        <LocalizedFields name="title" label={t('item.title')} languages={mechanism.languages} required />
        <LocalizedFields
          name="description"
          label={t('item.description')}
          languages={mechanism.languages}
          long
        />
        <div class="pair">
          <TextField name="kind" label={t('item.kind')} hint={t('item.kindHint')} />
          <Select
            name="status"
            label={t('item.status')}
            empty={t('item.noStatus')}
            options={ITEM_STATUSES.map((value) => ({ value, label: t(`itemStatus.${value}` as TextKey) }))}
          />
        </div>
        <WhenFields />
        <OwnerFields members={members} />
        <MappingFields />
      </Form>
    </Layout>
  );
}

function WhenFields() {
  const { t } = usePage();
  return (
    <fieldset class="field group">
      <legend>{t('item.when')}</legend>
      <p class="hint">{t('item.whenHint')}</p>
      <div class="pair">
        <Select
          name="when.precision"
          label={t('item.precision')}
          options={PRECISIONS.map((value) => ({ value, label: t(`precision.${value}` as TextKey) }))}
          required
        />
        <TextField name="when.start" type="date" label={t('item.whenStart')} />
        <TextField name="when.end" type="date" label={t('item.whenEnd')} />
        <TextField name="when.text" label={t('item.whenText')} />
      </div>
    </fieldset>
  );
}

function OwnerFields({ members }: { members: string[] }) {
  const { t, language } = usePage();
  const general = ['chair', 'secretariat', 'all-members'].map((value) => ({
    value,
    label: t(`owner.${value}` as TextKey),
  }));
  const states = States.sorted(members, language).map((code) => ({
    value: `state:${code}`,
    label: States.name(code, language),
  }));
  return (
    <>
      <Choices name="owners" label={t('item.owners')} options={[...general, ...states]} many columns />
      <div class="pair">
        <TextArea
          name="ownerNames.workingGroups"
          label={t('item.workingGroups')}
          hint={t('form.onePerLine')}
          rows={2}
        />
        <TextArea
          name="ownerNames.partners"
          label={t('item.partners')}
          hint={t('form.onePerLine')}
          rows={2}
        />
        <TextArea name="ownerNames.groups" label={t('item.groups')} hint={t('form.onePerLine')} rows={2} />
      </div>
    </>
  );
}

function MappingFields() {
  const { t, language } = usePage();
  const options = objectives.map(({ number }) => ({
    value: String(number),
    label: `${number} ${objectiveLabel(number, language).text}`,
    hint: objectiveTitle(number, language).text,
  }));
  const principleOptions = principles.map(({ number }) => ({
    value: String(number),
    label: `${number} ${principleName(number, language).text}`,
  }));
  return (
    <>
      <Choices
        name="objectives"
        label={t('item.objectives')}
        hint={t('item.objectivesHint')}
        options={options}
        many
        columns
      />
      <TextField name="actions" label={t('item.actions')} hint={t('item.actionsHint')} />
      <Choices name="principles" label={t('item.principles')} options={principleOptions} many columns />
    </>
  );
}

/** What stands now beside what was typed, field by field where they differ. */
function BothVersions({ current, typed }: { current: ItemSnapshot; typed: Record<string, unknown> }) {
  const { t } = usePage();
  const now = valuesOf(current);
  const fields = [
    'code',
    'title',
    'description',
    'kind',
    'status',
    'when',
    'owners',
    'ownerNames',
    'objectives',
    'actions',
    'principles',
  ];
  const different = fields.filter((field) => inWords(now[field]) !== inWords(typed[field]));
  return (
    <div class="versions">
      <div>
        <h3>{t('form.theirs')}</h3>
        {different.map((field) => (
          <p key={field}>{inWords(now[field]) || '—'}</p>
        ))}
      </div>
      <div>
        <h3>{t('form.yours')}</h3>
        {different.map((field) => (
          <p key={field}>{inWords(typed[field]) || '—'}</p>
        ))}
      </div>
    </div>
  );
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(inWords).sort().join(', ');
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value).trim();
  if (typeof value !== 'object') return '';
  const parts = value as Record<string, unknown>;
  return Object.keys(parts)
    .filter((key) => key !== 'original')
    .sort()
    .map((key) => inWords(parts[key]))
    .filter(Boolean)
    .join(' · ');
}
