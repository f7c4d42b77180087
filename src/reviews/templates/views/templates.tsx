import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { OCCASIONS, type DocumentTemplate } from '../template.js';
import { asTemplate, type OwnTemplate } from '../own-template.entity.js';
import { inReaders } from '../template-words.js';
import { shippedTemplates } from '../templates.data.js';

/** All templates of a mechanism: its own, then those of the product by what they are for. */
export function TemplatesPage({ mechanism, own }: { mechanism: Mechanism; own: OwnTemplate[] }) {
  const { t, language } = usePage();
  const home = `/mechanisms/${mechanism.id}`;
  return (
    <Layout
      title={t('template.templates')}
      crumbs={[
        { label: shortNameIn(mechanism, language), href: home },
        { label: t('section.documents'), href: `${home}/documents` },
      ]}
    >
      <p class="lead">{t('template.intro')}</p>
      <h2>{t('template.own')}</h2>
      {own.length === 0 ? (
        <p class="quiet">{t('template.noOwn')}</p>
      ) : (
        <ul class="cards">
          {own.map((row) => (
            <Line
              key={row.id}
              template={asTemplate(row)}
              href={`/document-templates/${row.id}`}
              home={home}
            />
          ))}
        </ul>
      )}
      {OCCASIONS.map((occasion) => {
        const some = shippedTemplates.filter((template) => template.occasion === occasion);
        return (
          some.length > 0 && (
            <section key={occasion}>
              <h2>{t(`occasion.${occasion}`)}</h2>
              <ul class="cards">
                {some.map((template) => (
                  <Line
                    key={template.key}
                    template={template}
                    href={`${home}/templates/${template.key}`}
                    home={home}
                  />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </Layout>
  );
}

function Line({ template, href, home }: { template: DocumentTemplate; href: string; home: string }) {
  const { t, language } = usePage();
  return (
    <li class="card">
      <a href={href}>{inReaders(template.name, language)}</a>
      <p class="quiet">{inReaders(template.purpose, language)}</p>
      <div class="buttons">
        <a href={`${home}/submissions/new?template=${template.key}`}>{t('template.begin')}</a>
        <PostButton
          action={`${home}/templates`}
          label={t('template.copy')}
          quiet
          fields={{ basedOn: template.key }}
        />
      </div>
    </li>
  );
}
