import { can } from '../../../accounts/roles.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Mechanism } from '../mechanism.entity.js';
import { crumbsOf } from './parts.js';

/** The way to all that a secretariat sets. */
export function SettingsPage({ mechanism }: { mechanism: Mechanism }) {
  const { t, actor } = usePage();
  const home = `/mechanisms/${mechanism.id}`;
  const ways = [
    { permission: 'mechanism.edit', href: `${home}/edit`, label: t('mechanisms.edit') },
    { permission: 'mechanism.edit', href: `${home}/members`, label: t('mechanisms.members.edit') },
    { permission: 'mechanism.edit', href: `${home}/terms`, label: t('terms.edit') },
    { permission: 'people.manage', href: `${home}/people`, label: t('people.title') },
    { permission: 'history.read', href: `/history/${mechanism.id}`, label: t('audit.title') },
  ] as const;
  return (
    <Layout title={t('section.settings')} crumbs={crumbsOf(t, mechanism)}>
      <ul class="plain">
        {ways
          .filter(({ permission }) => can(actor, permission, mechanism.id))
          .map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
      </ul>
    </Layout>
  );
}
