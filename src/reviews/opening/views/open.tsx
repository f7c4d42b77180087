import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { formatDay } from '../../../platform/i18n/dates.js';
import { languageName } from '../../../platform/i18n/language-names.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { Choices, Hidden, Select, TextField } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import { Facts } from '../../../platform/web/table.js';
import { emptyForm, type FormState } from '../../../platform/web/submit-form.js';
import { capital, cycleName } from '../../cycles/cycle-words.js';
import type { Days } from '../../cycles/holes.js';
import { inReaders } from '../../templates/template-words.js';
import type { Opening } from '../opening.service.js';
import { Overlap } from './overlap.js';

interface OpenPageProps {
  mechanism: Mechanism;
  opening: Opening;
  /** What the document is begun for, by the fields of its form. */
  subject: Record<string, string>;
  overlap: Days | null;
  state: FormState;
}

/** What is chosen decides what is proposed, so it stands in a form of its own above the rest. */
export function OpenPage({ mechanism, opening, subject, overlap, state }: OpenPageProps) {
  const { t, language } = usePage();
  const { template, offered, previousUntil } = opening;
  const there = state.conflict?.current as { id: string } | undefined;
  const home = `/mechanisms/${mechanism.id}`;
  return (
    <Layout
      title={inReaders(template.name, language)}
      crumbs={[
        { label: shortNameIn(mechanism, language), href: home },
        { label: t('section.documents'), href: `${home}/documents` },
        { label: t('open.choose'), href: `${home}/submissions/new` },
      ]}
    >
      <p class="lead">{inReaders(template.purpose, language)}</p>
      <Conflict state={state}>
        {there && (
          <p>
            <a href={`/submissions/${there.id}`}>{t('submission.openThere')}</a>
          </p>
        )}
      </Conflict>
      <Subject mechanism={mechanism} opening={opening} />
      <h2>{t('open.proposal')}</h2>
      <Chosen opening={opening} />
      <Form
        action={`${home}/submissions`}
        state={state}
        submit={t('open.choose')}
        cancel={`${home}/documents`}
      >
        {Object.entries(subject).map(([name, value]) => (
          <Hidden key={name} name={name} value={value} />
        ))}
        <Hidden name="language" value={opening.language} />
        <TextField
          name="title"
          label={t('open.title', { language: languageName(opening.language, language) })}
          hint={t('open.titleHint')}
          language={opening.language}
          required
        />
        <Choices
          name="languages"
          label={t('open.translations')}
          hint={t('open.translationsHint')}
          options={offered
            .filter((value) => value !== opening.language)
            .map((value) => ({ value, label: languageName(value, language) }))}
          many
          columns
        />
        <TextField
          name="periodFrom"
          type="date"
          label={t('open.periodFrom')}
          hint={
            previousUntil
              ? t('open.previousUntil', { day: formatDay(previousUntil, language) })
              : t('open.noPrevious')
          }
          short
          required
        />
        <TextField name="periodUntil" type="date" label={t('open.periodUntil')} short required />
        <Overlap days={overlap} ask={`${home}/submissions/overlap?${new URLSearchParams(subject)}`} />
      </Form>
    </Layout>
  );
}

/** What the document that is begun below will be for, whatever is chosen above meanwhile. */
function Chosen({ opening }: Pick<OpenPageProps, 'opening'>) {
  const { t, language } = usePage();
  const { cycle, plan, meeting } = opening.chosen;
  const about = plan ?? meeting;
  return (
    <Facts
      facts={[
        { label: t('submission.cycle'), value: cycle && capital(cycleName(cycle, language)) },
        {
          label: t(plan ? 'occasion.plan' : 'occasion.meeting'),
          value: about && <LocalizedText value={about.title} />,
        },
        { label: t('open.original'), value: languageName(opening.language, language) },
      ]}
    />
  );
}

/** For what, and in which language; asking again proposes title and days anew. */
function Subject({ mechanism, opening }: Pick<OpenPageProps, 'mechanism' | 'opening'>) {
  const { t, language } = usePage();
  const { template, cycles, plans, meetings, chosen, offered } = opening;
  const values = {
    cycleId: chosen.cycle?.id,
    planId: chosen.plan?.id,
    meetingId: chosen.meeting?.id,
    language: opening.language,
  };
  const named = (rows: Opening['plans'] | Opening['meetings']) =>
    rows.map(({ id, title }) => ({ value: id, label: rendition(title, language).text }));
  const isNone = template.occasion !== 'period' && !chosen.cycle && !chosen.plan && !chosen.meeting;
  return (
    <>
      <Form
        action={`/mechanisms/${mechanism.id}/submissions/new`}
        method="get"
        filters
        second
        state={emptyForm(values)}
        submit={t('open.propose')}
      >
        <Hidden name="template" value={template.key} />
        {cycles.length > 0 && (
          <Select
            name="cycleId"
            label={t('submission.cycle')}
            options={cycles.map((cycle) => ({ value: cycle.id, label: capital(cycleName(cycle, language)) }))}
          />
        )}
        {plans.length > 0 && <Select name="planId" label={t('occasion.plan')} options={named(plans)} />}
        {meetings.length > 0 && (
          <Select name="meetingId" label={t('occasion.meeting')} options={named(meetings)} />
        )}
        <Select
          name="language"
          label={t('open.original')}
          options={offered.map((value) => ({ value, label: languageName(value, language) }))}
        />
      </Form>
      {isNone && <p class="quiet">{t('open.nothingThere')}</p>}
    </>
  );
}
