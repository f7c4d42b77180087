import { listed } from '../../../platform/i18n/listed.js';
import { headed } from '../../../platform/i18n/isolated.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import type { Readers } from '../../../mechanisms/readers/readers.js';
import type { PlanItem, Plan } from '../../../plans/plan/plan.entity.js';
import { Hidden, Choices, Select, TextField } from '../../../platform/web/fields.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { localPath } from '../../../platform/http/local-path.js';
import { Form } from '../../../platform/web/form.js';
import { type FormState } from '../../../platform/web/submit-form.js';
import { Prose } from '../../../platform/web/prose.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Layout } from '../../../platform/web/layout.js';
import { placeCrumb } from '../../../mechanisms/mechanism/views/parts.js';
import type { SeenEntry } from '../../access/seen-entry.js';
import { UseChoices } from '../../release/views/uses.js';
import type { ItemOffer } from '../offer.js';

interface LinkFormProps {
  entry: SeenEntry;
  mechanism: Mechanism;
  /** Items asked for by name, or linked already. */
  items: PlanItem[];
  /** Others that may fit. */
  offered: ItemOffer[];
  plans: Plan[];
  readers: Readers | null;
  state: FormState;
}

/** Asks what a link is to mean in the other mechanism: which items, who sees it there, and what documents may do. */
export function LinkFormPage(props: LinkFormProps) {
  const { entry, mechanism, items, offered, plans, readers, state } = props;
  const { t, language } = usePage();
  const crumbs = [
    placeCrumb(entry.mechanismId),
    { label: t('entry.entry'), href: `/progress/${entry.id}` },
    { label: t('link.title'), href: `/progress/${entry.id}/links` },
  ];
  const back = localPath(state.values.back as string | undefined);
  const labelOf = (item: PlanItem) => headed(item.code, rendition(item.title, language).text);
  const reasonOf = ({ fit }: ItemOffer) =>
    [
      fit.objectives.length > 0 &&
        t('link.fit.objectives', {
          count: fit.objectives.length,
          list: listed(fit.objectives.map(String), language),
        }),
      fit.words.length > 0 && t('link.fit.words', { words: listed(fit.words, language) }),
    ]
      .filter(Boolean)
      .join(' · ');
  const options = [
    ...items.map((item) => ({ value: item.id, label: labelOf(item), hint: undefined })),
    ...offered.map((offer) => ({ value: offer.item.id, label: labelOf(offer.item), hint: reasonOf(offer) })),
  ];
  return (
    <Layout title={t('link.toMechanism', { mechanism: mechanism.shortName })} crumbs={crumbs}>
      <p>{t('link.means', { mechanism: mechanism.shortName })}</p>
      <details class="card">
        <summary>{t('link.whatItSays')}</summary>
        {entry.content.narrative && (
          <Prose text={entry.content.narrative} language={entry.content.language ?? undefined} />
        )}
      </details>
      <Form
        action={`/progress/${entry.id}/links`}
        state={state}
        submit={t('link.submit')}
        cancel={back ?? `/progress/${entry.id}/links`}
      >
        <Hidden name="mechanismId" value={mechanism.id} />
        {back && <Hidden name="back" value={back} />}
        {items.map((item) => (
          <Hidden key={item.id} name="offered" value={item.id} />
        ))}
        {options.length > 0 && (
          <Choices
            name="items"
            label={t('link.items')}
            hint={t('link.itemsHint')}
            options={options}
            many
            required
          />
        )}
        {plans.length > 0 && (
          <div class="pair">
            <Select
              name="plan"
              label={t('plan.plan')}
              options={plans.map((plan) => ({ value: plan.id, label: rendition(plan.title, language).text }))}
            />
            <TextField name="itemCodes" label={t('link.codes')} hint={t('link.codesHint')} />
          </div>
        )}
        <UseChoices entry={entry} where={{ mechanism: mechanism.shortName, readers }} />
      </Form>
    </Layout>
  );
}
