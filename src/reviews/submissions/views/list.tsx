import { languageName } from '../../../platform/i18n/language-names.js';
import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import type { OwnTemplate } from '../../templates/own-template.entity.js';
import { inReaders } from '../../templates/template-words.js';
import type { Submission } from '../submission.entity.js';
import { CycleName } from '../../cycles/views/cycle-name.js';

/** A mechanism the reader may open a submission for, or whose name a row needs. */
export type Named = Pick<Mechanism, 'id' | 'shortName' | 'shortNames'>;

export function SubmissionsPage(props: {
  submissions: Submission[];
  mechanisms: Named[];
  editable: Named[];
}) {
  const { t, language } = usePage();
  const { submissions, mechanisms, editable } = props;
  const nameOf = (id: string) => {
    const found = mechanisms.find((one) => one.id === id);
    return found ? shortNameIn(found, language) : id;
  };
  return (
    <Layout
      title={t('submission.submissions')}
      actions={editable.map((one) => (
        <a key={one.id} class="button second" href={`/mechanisms/${one.id}/submissions/new`}>
          {t('submission.newFor', { mechanism: shortNameIn(one, language) })}
        </a>
      ))}
    >
      <p class="lead">{t('submission.intro')}</p>
      <Submissions submissions={submissions} nameOf={nameOf} />
    </Layout>
  );
}

/** A mechanism's documents for the review of the Compact, as a section of it. */
export function DocumentsPage(props: {
  mechanism: Named;
  submissions: Submission[];
  /** Its own, for whoever may change them; null for all others. */
  templates: Pick<OwnTemplate, 'id' | 'definition'>[] | null;
}) {
  const { t, language } = usePage();
  const { mechanism, submissions, templates } = props;
  const editable = templates !== null;
  const home = `/mechanisms/${mechanism.id}`;
  return (
    <Layout
      title={t('section.documents')}
      crumbs={[{ label: shortNameIn(mechanism, language), href: home }]}
      actions={
        editable && (
          <a class="button" href={`${home}/submissions/new`}>
            {t('submission.new')}
          </a>
        )
      }
    >
      <p class="quiet">{t('submission.intro')}</p>
      <Submissions submissions={submissions} />
      <p>
        <a href="/review-cycles">{t('nav.cycles')}</a>
        {' · '}
        <a href={`${home}/pledges`}>{t('pledge.pledges')}</a>
        {editable && (
          <>
            {' · '}
            <a href={`${home}/templates`}>{t('template.templates')}</a>
          </>
        )}
      </p>
      {templates && templates.length > 0 && (
        <section>
          <h2>{t('template.own')}</h2>
          <ul class="list">
            {templates.map(({ id, definition }) => (
              <li key={id}>
                <a href={`/document-templates/${id}`}>{inReaders(definition.name, language)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Layout>
  );
}

function Submissions({
  submissions,
  nameOf,
}: {
  submissions: Submission[];
  nameOf?: (id: string) => string;
}) {
  const { t, language } = usePage();
  return (
    <Table
      caption={t('submission.submissions')}
      rows={submissions}
      empty={t('submission.none')}
      columns={[
        {
          label: t('submission.title'),
          heading: true,
          cell: (one) => (
            <a href={`/submissions/${one.id}`} lang={one.language} dir="auto">
              {one.title}
            </a>
          ),
        },
        ...(nameOf
          ? [{ label: t('submission.mechanism'), cell: (one: Submission) => nameOf(one.mechanismId) }]
          : []),
        { label: t('submission.cycle'), cell: (one) => <CycleName id={one.cycleId} /> },
        {
          label: t('submission.language'),
          cell: (one) => languageName(one.language, language),
        },
        { label: t('submission.state'), cell: (one) => t(`submissionState.${one.state}`) },
      ]}
    />
  );
}
