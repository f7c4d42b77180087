import { can } from '../../accounts/roles.js';
import { CheckBox, Hidden, TextField } from '../../platform/web/fields.js';
import { Form } from '../../platform/web/form.js';
import { PostButton } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import type { Plan } from '../../plans/plan/plan.entity.js';
import type { NamedFilter } from '../sheet-choices.service.js';
import { filterText } from '../sheet-address.js';
import type { SheetQuery } from '../sheet.dto.js';

interface SavedFiltersProps {
  plan: Plan;
  query: SheetQuery;
  filters: readonly NamedFilter[];
}

/** Filters under a name, each one press away. */
export function FilterLinks({ plan, query, filters }: SavedFiltersProps) {
  const { t } = usePage();
  const now = filterText(query);
  const links = [
    { name: t('sheet.all'), query: '' },
    ...filters.map(({ name, query: filter }) => ({ name, query: filter })),
  ];
  if (filters.length === 0) return null;
  return (
    <nav class="tabs" aria-label={t('sheet.saved')}>
      {links.map((link) => (
        <a
          key={link.name + link.query}
          href={`/plans/${plan.id}${link.query && `?${link.query}`}`}
          aria-current={link.query === now ? 'page' : undefined}
        >
          <bdi>{link.name}</bdi>
        </a>
      ))}
    </nav>
  );
}

/** Keeps what is looked at under a name, and lets go of those that were kept. */
export function SaveFilter({ plan, query, filters }: SavedFiltersProps) {
  const { t, actor } = usePage();
  const now = filterText(query);
  const mayShare = can(actor, 'plans.edit', plan.mechanismId);
  if (actor.accountId === null || (now === '' && filters.length === 0)) return null;
  return (
    <details class="card">
      <summary>{t('sheet.saved')}</summary>
      {now !== '' && (
        <Form action={`/plans/${plan.id}/filters`} submit={t('sheet.saveFilter')} kept={false}>
          <Hidden name="filter" value={now} />
          <TextField name="name" label={t('sheet.filterName')} required />
          {mayShare && <CheckBox name="shared" label={t('sheet.shareFilter')} />}
        </Form>
      )}
      {filters.length > 0 && (
        <ul class="plain">
          {filters.map(({ id, name, query: filter, accountId }) => (
            <li key={id}>
              <a href={`/plans/${plan.id}?${filter}`}>
                <bdi>{name}</bdi>
              </a>{' '}
              {accountId === null && <span class="tag">{t('owner.secretariat')}</span>}{' '}
              <PostButton
                action={`/plans/${plan.id}/filters/${id}/removal`}
                label={t('sheet.deleteFilter', { name })}
                quiet
              />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
