import { alphabet } from '../../../platform/i18n/alphabet.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { type Option, Select, TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { STANDINGS } from '../../words/entry-standing.js';
import type { DeskRow } from '../desk-rows.js';

interface DeskFilterFormProps {
  all: readonly DeskRow[];
  names: ReadonlyMap<string, string>;
  state: FormState;
}

/** Offers what one's own texts hold, and nothing else. */
export function DeskFilterForm({ all, names, state }: DeskFilterFormProps) {
  const { t, language } = usePage();
  const places = all.flatMap(({ entry }) => entry.places);
  const here = [...new Set(places.map(({ mechanismId }) => mechanismId))];
  const mechanisms = here.map((value) => ({ value, label: names.get(value) ?? value }));
  const plans = new Map(
    places.flatMap(({ items }) =>
      items.map(({ planId, plan }) => [planId, rendition(plan.title, language).text] as const),
    ),
  );
  const people = [...new Set(all.flatMap((row) => row.people))].map((value) => ({ value, label: value }));
  const standings = STANDINGS.filter((one) => all.some(({ entry }) => entry.standing === one));
  const sorted = (options: Option[]) => options.sort((a, b) => alphabet(language).compare(a.label, b.label));
  return (
    <details class="card" open={Object.values(state.values).some(Boolean)}>
      <summary>{t('desk.filters')}</summary>
      <Form
        action="/progress/ours"
        state={state}
        submit={t('board.filter')}
        method="get"
        filters
        cancel="/progress/ours"
        cancelLabel={t('board.clear')}
      >
        <TextField name="words" type="search" label={t('desk.words')} />
        <Select
          name="mechanism"
          label={t('release.mechanism')}
          empty={t('desk.all')}
          options={sorted(mechanisms)}
        />
        <Select
          name="plan"
          label={t('plan.plan')}
          empty={t('desk.all')}
          options={sorted([...plans].map(([value, label]) => ({ value, label })))}
        />
        <Select
          name="state"
          label={t('entry.state')}
          empty={t('desk.all')}
          options={standings.map((value) => ({ value, label: t(`entryState.${value}`) }))}
        />
        <Select name="person" label={t('writer.title')} empty={t('desk.all')} options={sorted(people)} />
        <TextField name="from" type="date" label={t('entry.periodStart')} />
        <TextField name="until" type="date" label={t('entry.periodEnd')} />
      </Form>
    </details>
  );
}
