import { headed } from '../../../platform/i18n/isolated.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { Choices, Hidden, Select } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import { emptyForm, type FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { CarryChoice, OfferedItem } from '../carry-choice.service.js';
import type { PlanItem } from '../../plan/plan.entity.js';
import { planCrumbs } from '../../amendments/views/amendments.js';

const useName = () => {
  const { language } = usePage();
  return (item: PlanItem) => headed(item.code, rendition(item.title, language).text);
};

export function CarryOverPage({ choice, state }: { choice: CarryChoice; state: FormState }) {
  const { t, language } = usePage();
  const name = useName();
  const { plan, sources, source, into } = choice;
  const address = `/plans/${plan.id}/carrying`;
  const options = sources.map(({ id, title }) => ({ value: id, label: rendition(title, language).text }));
  return (
    <Layout title={t('carry.title')} crumbs={planCrumbs(plan, language)}>
      <p>{t('carry.text')}</p>
      {into && <p>{t('carry.under', { name: name(into) })}</p>}
      {sources.length === 0 ? (
        <p class="quiet">{t('carry.none')}</p>
      ) : (
        <Form action={address} method="get" state={emptyForm({ from: source?.id })} submit={t('carry.show')}>
          {into && <Hidden name="into" value={into.id} />}
          <Select name="from" label={t('carry.from')} options={options} required />
        </Form>
      )}
      {source && <Offered choice={choice} state={state} address={address} />}
    </Layout>
  );
}

interface OfferedProps {
  choice: CarryChoice;
  state: FormState;
  address: string;
}

function Offered({ choice, state, address }: OfferedProps) {
  const { t, language } = usePage();
  const name = useName();
  const { source, under, into, offered, next } = choice;
  const leading = (values: Record<string, string | number | null | undefined>) => {
    const given = Object.entries({ from: source!.id, into: into?.id, ...values }).filter(
      ([, value]) => value,
    );
    return `${address}?${new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()}`;
  };
  const open = offered.filter(({ carried }) => !carried);
  const branches = offered.filter(({ below }) => below > 0);
  return (
    <section>
      <h2>{under ? name(under) : rendition(source!.title, language).text}</h2>
      {under && (
        <p>
          <a href={leading({ under: under.parentId })}>{t('carry.up')}</a>
        </p>
      )}
      <Conflict state={state} />
      {open.length > 0 && (
        <Form action={leading({ under: under?.id })} state={state} submit={t('carry.submit')}>
          {into && <Hidden name="parentId" value={into.id} />}
          <Choices
            name="items"
            label={t('carry.items')}
            options={open.map((one) => ({
              value: one.item.id,
              label: name(one.item),
              hint: one.below > 0 ? t('carry.below', { count: one.below }) : undefined,
            }))}
            many
            required
          />
        </Form>
      )}
      <Carried offered={offered} />
      {branches.length > 0 && (
        <>
          <h3>{t('carry.open')}</h3>
          <ul>
            {branches.map(({ item }) => (
              <li key={item.id}>
                <a href={leading({ under: item.id })}>{name(item)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {next !== null && (
        <p>
          <a class="next-page" rel="next" href={leading({ under: under?.id, start: next })}>
            {t('list.next')}
          </a>
        </p>
      )}
    </section>
  );
}

function Carried({ offered }: { offered: OfferedItem[] }) {
  const { t } = usePage();
  const name = useName();
  const carried = offered.filter((one) => one.carried);
  if (carried.length === 0) return null;
  return (
    <>
      <h3>{t('carry.already')}</h3>
      <ul>
        {carried.map(({ item }) => (
          <li key={item.id}>
            <a href={`/items/${item.id}`}>{name(item)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
