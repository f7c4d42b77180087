import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import type { TextKey } from '../../../platform/i18n/i18n.js';
import { type Localized, rendition } from '../../../platform/i18n/localized.js';
import { CheckBox, Hidden, Select, TextField } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { HiddenFields } from '../../../platform/web/hidden-fields.js';
import { Layout } from '../../../platform/web/layout.js';
import { LocalizedFields, TranslationFields } from '../../../platform/web/localized-fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Plan, PlanItem } from '../../plan/plan.entity.js';
import { mayChange } from '../../plan/plan-text.js';
import type { ItemSnapshot } from '../snapshot.js';
import { ITEM_STATUSES } from '../../plan/vocabulary.js';
import { BothVersions } from './both-versions.js';
import { FixedNotice } from '../../plan/views/fixed-notice.js';
import { FundingFields, OwnerFields, WhenFields } from './item-fields.js';
import {
  InstitutionalField,
  MappingFields,
  OFFERED_REFERENCES,
  ReferenceFields,
} from '../../mapping/views/mapping-fields.js';

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
    references: snapshot.references.filter(isOffered),
    otherReferences: snapshot.references.filter((reference) => !isOffered(reference)).join('\n'),
    principles: snapshot.principles.map(String),
  };
}

const isOffered = (reference: string) => OFFERED_REFERENCES.some(({ value }) => value === reference);

export function ItemFormPage({ plan, item, mechanism, members, state }: ItemFormPageProps) {
  const { t, language } = usePage();
  const current = state.conflict?.current as ItemSnapshot | undefined;
  return (
    <Layout
      title={t(item ? 'item.edit' : 'item.new')}
      crumbs={[
        { label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` },
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
        {item && !mayChange(plan) ? (
          <FixedText plan={plan} languages={mechanism.languages} state={state} />
        ) : (
          <ItemText languages={mechanism.languages} members={members} />
        )}
        <Select
          name="status"
          label={t('item.status')}
          empty={t('item.noStatus')}
          options={ITEM_STATUSES.map((value) => ({ value, label: t(`itemStatus.${value}` as TextKey) }))}
        />
        <LocalizedFields
          name="notes"
          label={t('item.notes')}
          hint={t('item.notesHint')}
          languages={mechanism.languages}
          long
          rows={3}
        />
        <MappingFields values={state.values} />
        <ReferenceFields />
        <InstitutionalField />
      </Form>
    </Layout>
  );
}

/** What the plan says of the item. */
function ItemText({ languages, members }: { languages: string[]; members: string[] }) {
  const { t } = usePage();
  return (
    <>
      <TextField name="code" label={t('item.code')} hint={t('item.codeHint')} short />
      <LocalizedFields name="title" label={t('item.title')} languages={languages} long rows={2} required />
      <LocalizedFields name="description" label={t('item.description')} languages={languages} long />
      <LocalizedFields
        name="deliverables"
        label={t('item.deliverables')}
        hint={t('item.deliverablesHint')}
        languages={languages}
        long
        rows={3}
      />
      <TextField name="kind" label={t('item.kind')} hint={t('item.kindHint')} />
      <WhenFields />
      <OwnerFields members={members} />
      <FundingFields />
      <CheckBox name="crossCutting" label={t('item.crossCutting')} hint={t('item.crossCuttingHint')} />
    </>
  );
}

/** The same where the text is fixed: it is carried along, and only translations are asked for. */
function FixedText({ plan, languages, state }: { plan: Plan; languages: string[]; state: FormState }) {
  const { t, language } = usePage();
  const { code, kind, when, owners, ownerNames, funding, crossCutting, title } = state.values;
  // What was sent need not be what this form asks for.
  const named = (title as Partial<Localized> | undefined)?.texts ? (title as Localized) : null;
  const name = [code, named && rendition(named, language).text].filter((one) => typeof one === 'string');
  return (
    <>
      <FixedNotice plan={plan} text={t('item.fixedFields')} name={name.join(' ').trim()} />
      <HiddenFields values={{ code, kind, when, owners, ownerNames, funding, crossCutting }} />
      <TranslationFields name="title" label={t('item.title')} languages={languages} long rows={2} />
      <TranslationFields name="description" label={t('item.description')} languages={languages} long />
      <TranslationFields name="deliverables" label={t('item.deliverables')} languages={languages} long />
    </>
  );
}
