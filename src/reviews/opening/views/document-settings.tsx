import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { LANGUAGES } from '../../../platform/i18n/i18n.js';
import { languageName } from '../../../platform/i18n/language-names.js';
import { Choices, Hidden, TextField } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import type { Days } from '../../cycles/holes.js';
import type { Submission } from '../../submissions/submission.entity.js';
import { Overlap } from './overlap.js';

interface DocumentSettingsPageProps {
  submission: Submission;
  mechanism: Mechanism;
  overlap: Days | null;
  state: FormState;
}

export function DocumentSettingsPage({ submission, mechanism, overlap, state }: DocumentSettingsPageProps) {
  const { t, language } = usePage();
  const current = state.conflict?.current as Submission | undefined;
  const here = `/submissions/${submission.id}`;
  const home = `/mechanisms/${mechanism.id}`;
  const others = LANGUAGES.filter((one) => one !== submission.language);
  const translated = [state.values.languages].flat().filter((one) => others.includes(one as never));
  return (
    <Layout
      title={t('settings.title')}
      crumbs={[
        { label: shortNameIn(mechanism, language), href: home },
        { label: t('section.documents'), href: `${home}/documents` },
        { label: submission.title, href: here },
      ]}
    >
      <Conflict state={state} />
      <Form action={`${here}/settings`} state={state} submit={t('form.save')} cancel={here}>
        <Hidden name="version" value={current?.version ?? Number(state.values.version)} />
        <TextField
          name="title"
          label={t('open.title', { language: languageName(submission.language, language) })}
          language={submission.language}
          required
        />
        {(translated as string[]).map((one) => (
          <TextField
            key={one}
            name={`titles.${one}`}
            label={t('open.title', { language: languageName(one, language) })}
            language={one}
          />
        ))}
        <Choices
          name="languages"
          label={t('open.translations')}
          hint={t('open.translationsHint')}
          options={others.map((value) => ({ value, label: languageName(value, language) }))}
          many
          columns
        />
        <TextField
          name="periodFrom"
          type="date"
          label={t('open.periodFrom')}
          hint={t('settings.periodHint')}
          short
          required
        />
        <TextField name="periodUntil" type="date" label={t('open.periodUntil')} short required />
        <Overlap days={overlap} ask={`${here}/settings/overlap`} />
        <h2>{t('settings.heading')}</h2>
        <TextField name="symbol" label={t('settings.symbol')} hint={t('settings.symbolHint')} short />
        <TextField name="session" label={t('settings.session')} />
        <TextField name="agendaItem" label={t('settings.agendaItem')} />
        <TextField
          name="distribution"
          label={t('settings.distribution')}
          hint={t('settings.distributionHint')}
          short
        />
        {(translated as string[]).flatMap((one) =>
          (['session', 'agendaItem', 'distribution'] as const).map((word) => (
            <TextField
              key={`${word} ${one}`}
              name={`${word}s.${one}`}
              label={`${t(`settings.${word}`)} (${languageName(one, language)})`}
              language={one}
            />
          )),
        )}
      </Form>
    </Layout>
  );
}
