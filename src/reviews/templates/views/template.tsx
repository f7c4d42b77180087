import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { languageName } from '../../../platform/i18n/language-names.js';
import { listed } from '../../../platform/i18n/listed.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { Facts as FactList } from '../../../platform/web/table.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { OwnTemplate } from '../own-template.entity.js';
import { isNarrowed } from '../content-scopes.js';
import type { Content, DocumentTemplate, TemplateSection } from '../template.js';
import { contentWords, inReaders, limitWords } from '../template-words.js';
import { MoveButtons } from './move-buttons.js';

interface TemplatePageProps {
  mechanism: Mechanism;
  template: DocumentTemplate;
  /** Null for one that came with the product. */
  own: OwnTemplate | null;
  /** How many documents were begun from it. */
  used?: number;
}

export function TemplatePage({ mechanism, template, own, used = 0 }: TemplatePageProps) {
  const { t, language } = usePage();
  const home = `/mechanisms/${mechanism.id}`;
  const here = own && `/document-templates/${own.id}`;
  return (
    <Layout
      title={inReaders(template.name, language)}
      crumbs={[
        { label: shortNameIn(mechanism, language), href: home },
        { label: t('section.documents'), href: `${home}/documents` },
        { label: t('template.templates'), href: `${home}/templates` },
      ]}
      actions={[
        <a key="begin" class="button" href={`${home}/submissions/new?template=${template.key}`}>
          {t('template.begin')}
        </a>,
        here && (
          <a key="settings" class="button second" href={`${here}/settings`}>
            {t('template.settings')}
          </a>
        ),
        <PostButton
          key="copy"
          action={`${home}/templates`}
          label={t('template.copy')}
          second
          fields={{ basedOn: template.key }}
        />,
      ]}
    >
      <p class="lead">{inReaders(template.purpose, language)}</p>
      <Facts template={template} />
      <h2>{t('template.sections')}</h2>
      <ol class="tree">
        {template.sections.map((section, index) => (
          <li key={section.key} id={section.key}>
            <Section number={index + 1} section={section} own={own} />
          </li>
        ))}
      </ol>
      {here && (
        <div class="buttons">
          <a class="button second" href={`${here}/sections/new`}>
            {t('template.addSection')}
          </a>
        </div>
      )}
      {here &&
        (used > 0 ? (
          <p class="quiet">{t('template.used', { count: used })}</p>
        ) : (
          <PostButton action={`${here}/removal`} label={t('template.remove')} danger />
        ))}
    </Layout>
  );
}

function Facts({ template }: { template: DocumentTemplate }) {
  const { t, language } = usePage();
  const { form, occasion, languages = [], source } = template;
  return (
    <FactList
      facts={[
        { label: t('template.occasion'), value: t(`occasion.${occasion}`) },
        { label: t('template.numbered'), value: t(form.numbered ? 'template.yes' : 'template.no') },
        { label: t('template.masthead'), value: t(`masthead.${form.masthead}`) },
        { label: t('template.orientation'), value: t(`orientation.${form.orientation}`) },
        { label: t('template.limits'), value: listed(limitWords(form.limits, t, language), language) },
        {
          label: t('template.languages'),
          value: listed(
            languages.map((one) => languageName(one, language)),
            language,
          ),
        },
        {
          label: t('template.source'),
          value: (
            <span lang={language === 'en' ? undefined : 'en'} dir="ltr">
              {source}
            </span>
          ),
        },
      ]}
    />
  );
}

interface SectionProps {
  number: number;
  section: TemplateSection;
  own: OwnTemplate | null;
}

function Section({ number, section, own }: SectionProps) {
  const { t, language } = usePage();
  const { key, title, guidance, contents, limits } = section;
  const name = inReaders(title, language);
  const here = own && `/document-templates/${own.id}/sections/${key}`;
  const compiled = contents.map((content) => contentWords(content, t, language));
  return (
    <div class="node">
      <span class="code">{number}</span>
      <span>{name}</span>
      {here && (
        <span class="node-end">
          <MoveButtons action={`${here}/step`} version={own.version} name={name} />
          <a href={here} aria-label={t('template.editNamed', { name })}>
            {t('template.edit')}
          </a>
          <PostButton
            action={`${here}/removal`}
            label={t('template.removeSection')}
            quiet
            fields={{ version: own.version }}
          />
        </span>
      )}
      {guidance && <span class="meta">{inReaders(guidance, language)}</span>}
      <span class="meta">
        {compiled.length > 0
          ? t('template.compiled', { list: listed(compiled, language) })
          : t('template.nothingCompiled')}
        {limits && ` ${listed(limitWords(limits, t, language), language)}`}
      </span>
      {here && <Narrowing contents={contents} here={here} />}
    </div>
  );
}

/** What of a section's contents can be narrowed, each the way to where it is. */
function Narrowing({ contents, here }: { contents: readonly Content[]; here: string }) {
  const { t, language } = usePage();
  const links = contents.flatMap((content, index) =>
    isNarrowed(content.kind)
      ? [{ href: `${here}/contents/${index}`, name: contentWords(content, t, language) }]
      : [],
  );
  if (links.length === 0) return null;
  return (
    <ul class="meta tags">
      {links.map(({ href, name }) => (
        <li key={href}>
          <a class="tag" href={href}>
            {t('scope.narrowNamed', { name })}
          </a>
        </li>
      ))}
    </ul>
  );
}
