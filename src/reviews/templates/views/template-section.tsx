import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { Hidden } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { isNarrowed } from '../content-scopes.js';
import type { OwnTemplate } from '../own-template.entity.js';
import { CONTENT_KINDS, type TemplateSection } from '../template.js';
import { contentWords, inReaders } from '../template-words.js';
import { FieldsInLanguages, LimitFields, useTemplateCrumbs } from './fields.js';
import { MoveButtons } from './move-buttons.js';

interface TemplateSectionPageProps {
  mechanism: Mechanism;
  own: OwnTemplate;
  /** Null for one that is to be added. */
  section: TemplateSection | null;
  state: FormState;
}

export function TemplateSectionPage({ mechanism, own, section, state }: TemplateSectionPageProps) {
  const { t, language } = usePage();
  const current = state.conflict?.current as OwnTemplate | undefined;
  const template = `/document-templates/${own.id}`;
  const here = section ? `${template}/sections/${section.key}` : `${template}/sections`;
  return (
    <Layout
      title={section ? inReaders(section.title, language) : t('template.addSection')}
      crumbs={useTemplateCrumbs(mechanism, own)}
    >
      <Conflict state={state} />
      <Form
        action={here}
        state={state}
        submit={t(section ? 'form.save' : 'template.addSection')}
        cancel={template}
      >
        <Hidden name="version" value={current?.version ?? Number(state.values.version)} />
        <FieldsInLanguages
          name="title"
          label={t('template.sectionTitle')}
          hint={t('template.sectionTitleHint')}
        />
        <FieldsInLanguages
          name="guidance"
          label={t('template.guidance')}
          hint={t('template.guidanceHint')}
          long
        />
        <LimitFields />
      </Form>
      {section && <Contents own={own} section={section} here={here} />}
    </Layout>
  );
}

function Contents({ own, section, here }: { own: OwnTemplate; section: TemplateSection; here: string }) {
  const { t, language, csrf } = usePage();
  const fields = { version: own.version };
  return (
    <section id="contents">
      <h2>{t('template.contents')}</h2>
      <p class="quiet">{t('template.contentsText')}</p>
      {section.contents.length === 0 && <p>{t('template.nothingCompiled')}</p>}
      <ol class="tree">
        {section.contents.map((content, index) => {
          const words = contentWords(content, t, language);
          const address = `${here}/contents/${index}`;
          return (
            <li key={`${index}-${content.kind}`}>
              <div class="node">
                <span class="code">{index + 1}</span>
                <span>{words}</span>
                <span class="node-end">
                  {section.contents.length > 1 && (
                    <MoveButtons action={`${address}/step`} version={own.version} name={words} />
                  )}
                  {isNarrowed(content.kind) && (
                    <a href={address} aria-label={t('scope.narrowNamed', { name: words })}>
                      {t('scope.narrow')}
                    </a>
                  )}
                  <PostButton
                    action={`${address}/removal`}
                    label={t('template.leaveOut')}
                    quiet
                    fields={fields}
                  />
                </span>
              </div>
            </li>
          );
        })}
      </ol>
      <form method="post" action={`${here}/contents`} class="form">
        <input type="hidden" name="_csrf" value={csrf} />
        <input type="hidden" name="version" value={own.version} />
        <div class="field">
          <label for="field-kind">{t('template.addContent')}</label>
          <select id="field-kind" name="kind">
            {CONTENT_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`content.${kind}`)}
              </option>
            ))}
          </select>
        </div>
        <div class="buttons">
          <button type="submit" class="second">
            {t('template.addContentDo')}
          </button>
        </div>
      </form>
    </section>
  );
}
