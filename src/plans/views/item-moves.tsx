import { rendition } from '../../platform/i18n/localized.js';
import type { TextKey } from '../../platform/i18n/i18n.js';
import { Select, TextField } from '../../platform/web/fields.js';
import { Form, type FormState } from '../../platform/web/form.js';
import { Layout, PostButton } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import type { Removal } from '../items.service.js';
import type { PlanItem } from '../plan.entity.js';

const useName = () => {
  const { language } = usePage();
  return (item: PlanItem) => `${item.code} ${rendition(item.title, language).text}`.trim();
};

export function PlacePage({ item, items, state }: { item: PlanItem; items: PlanItem[]; state: FormState }) {
  const { t } = usePage();
  const name = useName();
  const options = items
    .filter((one) => one.id !== item.id)
    .map((one) => ({ value: one.id, label: name(one) }));
  return (
    <Layout title={t('item.place')} crumbs={[{ label: name(item), href: `/items/${item.id}` }]}>
      <Form
        action={`/items/${item.id}/place`}
        state={state}
        submit={t('item.placeSubmit')}
        cancel={`/items/${item.id}`}
      >
        <Select name="parentId" label={t('item.under')} empty={t('item.top')} options={options} />
        <TextField
          name="position"
          type="number"
          label={t('item.position')}
          hint={t('item.positionHint')}
          required
          short
        />
      </Form>
    </Layout>
  );
}

/** Says what would go with the item before anything goes. */
export function RemovalPage({ removal }: { removal: Removal }) {
  const { t } = usePage();
  const name = useName();
  const { item, below, dependents } = removal;
  return (
    <Layout
      title={t('item.removeTitle', { name: name(item) })}
      crumbs={[{ label: name(item), href: `/items/${item.id}` }]}
    >
      <p>{t('item.removeText')}</p>
      {below.length > 0 && (
        <>
          <p>{t('item.removeBelow', { count: below.length })}</p>
          <ul>
            {below.slice(0, 50).map((one) => (
              <li key={one.id}>{name(one)}</li>
            ))}
          </ul>
        </>
      )}
      {dependents.map(({ label, count }) => (
        <p key={label}>{t(label as TextKey, { count })}</p>
      ))}
      <div class="buttons">
        <PostButton
          action={`/items/${item.id}/removal`}
          label={t('item.remove')}
          fields={{ confirmed: 'on' }}
          danger
        />
        <a href={`/items/${item.id}`}>{t('form.cancel')}</a>
      </div>
    </Layout>
  );
}
