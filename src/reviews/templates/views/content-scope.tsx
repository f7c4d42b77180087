import { States } from '../../../accounts/states.js';
import { objectiveLabel, principleName } from '../../../framework/framework.js';
import { objectives } from '../../../framework/objectives.data.js';
import { principles } from '../../../framework/principles.data.js';
import { roundTables } from '../../../framework/round-tables.data.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { alphabet } from '../../../platform/i18n/alphabet.js';
import { Choices, Hidden, Select } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { ChooseItems } from '../../../plans/choosing/choose-items.js';
import type { ItemsToChoose } from '../../../plans/choosing/items-to-choose.js';
import { SCOPES } from '../content-scopes.js';
import type { OwnTemplate } from '../own-template.entity.js';
import { type Content, type ContentScope, ENTRY_PARTS, type TemplateSection } from '../template.js';
import { inReaders } from '../template-words.js';
import { useTemplateCrumbs } from './fields.js';

interface ContentScopePageProps {
  mechanism: Mechanism;
  own: OwnTemplate;
  section: TemplateSection;
  content: Content;
  index: number;
  /** Codes of those who take part. */
  states: string[];
  items: ItemsToChoose;
  state: FormState;
}

/** What of one thing is compiled; each field chosen by name. */
export function ContentScopePage(props: ContentScopePageProps) {
  const { mechanism, own, section, content, index, state } = props;
  const { t, language } = usePage();
  const current = state.conflict?.current as OwnTemplate | undefined;
  const back = `/document-templates/${own.id}/sections/${section.key}`;
  return (
    <Layout
      title={t(`content.${content.kind}`)}
      crumbs={[
        ...useTemplateCrumbs(mechanism, own),
        { label: inReaders(section.title, language), href: back },
      ]}
    >
      <p class="lead">{t('scope.text')}</p>
      <Conflict state={state} />
      <Form
        action={`${back}/contents/${index}`}
        state={state}
        submit={t('form.save')}
        cancel={`${back}#contents`}
      >
        <Hidden name="version" value={current?.version ?? Number(state.values.version)} />
        {(SCOPES[content.kind] ?? []).map((scope) => (
          <ScopeField key={scope} scope={scope} {...props} />
        ))}
      </Form>
    </Layout>
  );
}

function ScopeField({ scope, states, items }: ContentScopePageProps & { scope: keyof ContentScope }) {
  const { t, language } = usePage();
  switch (scope) {
    case 'roundTable':
      return (
        <Select
          name="roundTable"
          label={t('scope.roundTable')}
          empty={t('scope.all')}
          options={roundTables.map(({ number }) => ({
            value: String(number),
            label: t('scope.roundTableOne', { number }),
          }))}
        />
      );
    case 'objectives':
      return (
        <Choices
          name="objectives"
          label={t('scope.objectives')}
          many
          columns
          options={objectives.map(({ number }) => ({
            value: String(number),
            label: `${number}. ${objectiveLabel(number, language).text}`,
          }))}
        />
      );
    case 'principles':
      return (
        <Choices
          name="principles"
          label={t('scope.principles')}
          many
          columns
          options={principles.map(({ number }) => ({
            value: String(number),
            label: principleName(number, language).text,
          }))}
        />
      );
    case 'itemId':
      return <ChooseItems label={t('scope.item')} hint={t('scope.itemHint')} items={items} />;
    case 'states': {
      const { compare } = alphabet(language);
      const named = states.map((value) => ({ value, label: States.name(value, language) }));
      return (
        <Choices
          name="states"
          label={t('scope.states')}
          many
          columns
          options={named.sort((a, b) => compare(a.label, b.label))}
        />
      );
    }
    case 'parts':
      return (
        <Choices
          name="parts"
          label={t('scope.parts')}
          many
          columns
          options={ENTRY_PARTS.map((value) => ({ value, label: t(`entryPart.${value}`) }))}
        />
      );
    case 'theme':
      return null;
  }
}
