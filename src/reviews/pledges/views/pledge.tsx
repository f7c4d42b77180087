import { objectiveLabel } from '../../../framework/framework.js';
import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { formatDay } from '../../../platform/i18n/dates.js';
import { FileField, Select, TextArea, TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Prose } from '../../../platform/web/prose.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Facts } from '../../../platform/web/table.js';
import type { Pledge } from '../pledge.entity.js';
import { PLEDGE_AUDIENCES, PLEDGE_STANDINGS } from '../vocabulary.js';

interface PledgePageProps {
  mechanism: Mechanism;
  pledge: Pledge;
  editable: boolean;
  /** Of the form for an update, or for the file. */
  state: FormState;
}

export function PledgePage({ mechanism, pledge, editable, state }: PledgePageProps) {
  const { t, language } = usePage();
  const here = `/pledges/${pledge.id}`;
  const home = `/mechanisms/${mechanism.id}`;
  return (
    <Layout
      title={pledge.name}
      titleLanguage={pledge.language}
      crumbs={[
        { label: shortNameIn(mechanism, language), href: home },
        { label: t('pledge.pledges'), href: `${home}/pledges` },
      ]}
      actions={
        <>
          {editable && (
            <a class="button second" href={`${here}/edit`}>
              {t('pledge.edit')}
            </a>
          )}
          <a href={`${here}/pledge.docx`}>{t('submission.format.docx')}</a>
        </>
      }
    >
      <Facts
        facts={[
          { label: t('pledge.kind'), value: t(`pledge.kind.${pledge.kind}`) },
          { label: t('pledge.matches'), value: pledge.matches && <bdi>{pledge.matches}</bdi> },
          { label: t('pledge.participants'), value: pledge.participants && <bdi>{pledge.participants}</bdi> },
          { label: t('pledge.nature'), value: t(`pledge.nature.${pledge.nature}`) },
          {
            label: t('pledge.objectives'),
            value: (
              <ul class="plain">
                {pledge.objectives.map((number) => (
                  <li key={number}>
                    {number}. {objectiveLabel(number, language).text}
                  </li>
                ))}
              </ul>
            ),
          },
          {
            label: t('pledge.file'),
            value: pledge.file && (
              <a href={`${here}/file`} dir="auto">
                {pledge.file.name}
              </a>
            ),
          },
          { label: t('pledge.audience'), value: t(`pledge.audience.${pledge.audience}`) },
        ]}
      />
      <h2>{t('pledge.text')}</h2>
      <Prose text={pledge.text} language={pledge.language} />
      <section id="updates">
        <h2>{t('pledge.updates')}</h2>
        {pledge.updates.length === 0 && <p class="quiet">{t('pledge.noUpdates')}</p>}
        {pledge.updates.map(({ id, asOf, standing, narrative }) => (
          <article key={id}>
            <h3>
              {formatDay(asOf, language)}: {t(`pledge.standing.${standing}`)}
            </h3>
            {narrative && <Prose text={narrative} language={pledge.language} />}
          </article>
        ))}
      </section>
      {editable && <Office pledge={pledge} state={state} />}
    </Layout>
  );
}

/** What its secretariat may do with it. */
function Office({ pledge, state }: { pledge: Pledge; state: FormState }) {
  const { t } = usePage();
  const here = `/pledges/${pledge.id}`;
  return (
    <>
      <h2>{t('pledge.addUpdate')}</h2>
      <Form action={`${here}/updates`} state={state} submit={t('pledge.addUpdate')}>
        <Select
          name="standing"
          label={t('pledge.standing')}
          options={PLEDGE_STANDINGS.map((value) => ({ value, label: t(`pledge.standing.${value}`) }))}
          required
        />
        <TextField name="asOf" type="date" label={t('pledge.asOf')} hint={t('pledge.asOfHint')} short />
        <TextArea name="narrative" label={t('pledge.narrative')} language={pledge.language} />
      </Form>
      <h2>{t('pledge.file')}</h2>
      <Form action={`${here}/file`} state={state} submit={t('pledge.setFile')} upload second>
        <FileField name="file" label={t('pledge.file')} hint={t('pledge.fileHint')} required />
      </Form>
      <h2>{t('pledge.audience')}</h2>
      <p class="quiet">{t(`pledge.audience.${pledge.audience}.text`)}</p>
      <div class="buttons">
        {PLEDGE_AUDIENCES.filter((one) => one !== pledge.audience).map((audience) => (
          <PostButton
            key={audience}
            action={`${here}/audience`}
            label={t(`pledge.openTo.${audience}`)}
            second
            fields={{ audience }}
          />
        ))}
        <PostButton action={`${here}/removal`} label={t('pledge.remove')} danger />
      </div>
    </>
  );
}
