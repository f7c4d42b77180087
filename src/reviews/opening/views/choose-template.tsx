import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { type DocumentTemplate, type Occasion, OCCASIONS } from '../../templates/template.js';
import { inReaders } from '../../templates/template-words.js';
import type { OpeningQuery } from '../opening.dto.js';

interface ChooseTemplatePageProps {
  mechanism: Mechanism;
  /** The mechanism's own first. */
  templates: readonly DocumentTemplate[];
  query: OpeningQuery;
}

/** What kind of document: by what it is for, each with its purpose, and where its shape comes from. */
export function ChooseTemplatePage({ mechanism, templates, query }: ChooseTemplatePageProps) {
  const { t, language } = usePage();
  const home = `/mechanisms/${mechanism.id}`;
  const only = occasionOf(query);
  const shown = OCCASIONS.filter((one) => only === null || one === only);
  return (
    <Layout
      title={t('open.choose')}
      crumbs={[
        { label: shortNameIn(mechanism, language), href: home },
        { label: t('section.documents'), href: `${home}/documents` },
      ]}
      actions={
        <a class="button second" href={`${home}/templates`}>
          {t('template.templates')}
        </a>
      }
    >
      <p class="lead">{t('submission.newText')}</p>
      {only === null && (
        <p>
          <a href={`${home}/pledges/new`}>{t('pledge.new')}</a> · {t('pledge.intro')}
        </p>
      )}
      {shown.map((occasion) => (
        <section key={occasion}>
          <h2>{t(`occasion.${occasion}`)}</h2>
          <ul class="cards">
            {templates
              .filter((template) => template.occasion === occasion)
              .map((template) => (
                <li key={template.key} class="card">
                  <a href={addressOf(home, template, query)}>{inReaders(template.name, language)}</a>
                  <p>{inReaders(template.purpose, language)}</p>
                  <details>
                    <summary>{t('template.source')}</summary>
                    <p class="quiet" lang={language === 'en' ? undefined : 'en'} dir="ltr">
                      {template.source}
                    </p>
                  </details>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Layout>
  );
}

/** Whoever comes from the page of a meeting or a plan is offered what is made for one. */
const occasionOf = ({ cycleId, planId, meetingId }: OpeningQuery): Occasion | null =>
  meetingId ? 'meeting' : planId ? 'plan' : cycleId ? 'cycle' : null;

function addressOf(home: string, { key }: DocumentTemplate, query: OpeningQuery): string {
  const { cycleId, planId, meetingId } = query;
  const given = Object.entries({ template: key, cycleId, planId, meetingId }).filter(
    (one): one is [string, string] => one[1] !== null,
  );
  return `${home}/submissions/new?${new URLSearchParams(given)}`;
}
