import type { AuditEvent } from '../../../platform/database/history.js';
import { EventsSection } from '../../../audit/views/history.js';
import { directionOf } from '../../../platform/i18n/i18n.js';
import { languageName } from '../../../platform/i18n/language-names.js';
import { Tabs } from '../../../platform/web/design/tabs.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Table } from '../../../platform/web/table.js';
import { compactName, objectiveHref } from '../../framework.js';
import type { FrameworkLanguage } from '../../framework.types.js';
import type { Wording } from '../wording.entity.js';
import { WORDING_LANGUAGES } from '../wording-languages.js';
import { WordingForm } from './wording-form.js';

interface WordingsPageProps {
  language: FrameworkLanguage;
  /** Those entered in this language. */
  wordings: Wording[];
  /** The one that is to be changed. */
  chosen: Wording | undefined;
  state: FormState | undefined;
  events: AuditEvent[];
}

const href = (language: string) => `/framework/wordings?language=${language}`;

/** Official titles of objectives in a language, with their sources, and the form to enter another one. */
export function WordingsPage({ language, wordings, chosen, state, events }: WordingsPageProps) {
  const { t, language: reader } = usePage();
  return (
    <Layout title={t('wordings.title')} crumbs={[{ label: compactName(reader).text, href: '/framework' }]}>
      <p class="lead">{t('wordings.text')}</p>
      <Tabs
        label={t('wordings.language')}
        tabs={WORDING_LANGUAGES.map((one) => ({
          label: languageName(one, reader),
          href: href(one),
          current: one === language,
        }))}
      />
      <h2>{t(chosen ? 'wordings.change' : 'wordings.add')}</h2>
      <WordingForm {...{ language, wordings, chosen, state }} />
      <h2>{t('wordings.entered')}</h2>
      <Entered {...{ language, wordings }} />
      <EventsSection events={events} />
    </Layout>
  );
}

function Entered({ language, wordings }: Pick<WordingsPageProps, 'language' | 'wordings'>) {
  const { t, moment } = usePage();
  return (
    <Table
      caption={t('wordings.entered')}
      rows={wordings}
      empty={t('wordings.none')}
      columns={[
        {
          label: t('wordings.objective'),
          cell: ({ objective }) => <a href={objectiveHref(objective)}>{objective}</a>,
        },
        {
          label: t('wordings.wording'),
          heading: true,
          cell: ({ text }) => (
            <span lang={language} dir={directionOf(language)}>
              {text}
            </span>
          ),
        },
        { label: t('wordings.source'), cell: ({ source }) => <bdi>{source}</bdi> },
        {
          label: t('wordings.by'),
          cell: ({ enteredBy, enteredAt }) => (
            <>
              <bdi>{enteredBy}</bdi> · {moment(enteredAt)}
            </>
          ),
        },
        {
          label: t('list.actions'),
          cell: ({ id, objective }) => (
            <>
              <a href={`${href(language)}&objective=${objective}`}>{t('wordings.change')}</a>{' '}
              <PostButton action={`/framework/wordings/${id}/removal`} label={t('wordings.remove')} danger />
            </>
          ),
        },
      ]}
    />
  );
}
