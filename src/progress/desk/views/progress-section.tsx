import { States } from '../../../accounts/states.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { Select, TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { usePage } from '../../../platform/web/page-context.js';
import { emptyForm } from '../../../platform/web/submit-form.js';
import type { EntryFilter } from '../../entries/entry.dto.js';
import { ENTRY_STATES } from '../../entries/vocabulary.js';
import type { ProgressSection } from '../progress-section.service.js';

interface ProgressFilterProps {
  section: ProgressSection;
  filter: EntryFilter;
  mechanismId: string;
}

/** Narrows a mechanism's entries down. States stand in the reader's alphabet and carry no number. */
export function ProgressFilter({ section, filter, mechanismId }: ProgressFilterProps) {
  const { t, language } = usePage();
  const { plan, reporter, state, since } = filter;
  const address = `/mechanisms/${mechanismId}/progress`;
  const states = States.sorted(section.states, language);
  return (
    <details class="card" open={Boolean(plan || reporter || state || since)}>
      <summary>{t('desk.filters')}</summary>
      <Form
        action={address}
        state={emptyForm({ plan, reporter, state, since })}
        submit={t('board.filter')}
        method="get"
        filters
        cancel={address}
        cancelLabel={t('board.clear')}
      >
        <Select
          name="plan"
          label={t('plan.plan')}
          empty={t('desk.all')}
          options={section.plans.map(({ id, title }) => ({
            value: id,
            label: rendition(title, language).text,
          }))}
        />
        <Select
          name="reporter"
          label={t('entry.reporter')}
          empty={t('desk.all')}
          options={[
            { value: 'secretariat', label: t('owner.secretariat') },
            ...states.map((code) => ({ value: `state:${code}`, label: States.name(code, language) })),
          ]}
        />
        <Select
          name="state"
          label={t('entry.state')}
          empty={t('desk.all')}
          options={ENTRY_STATES.map((value) => ({ value, label: t(`entryState.${value}`) }))}
        />
        <TextField name="since" type="date" label={t('entry.since')} />
      </Form>
    </details>
  );
}
