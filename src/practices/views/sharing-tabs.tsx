import { can } from '../../accounts/roles.js';
import { Tabs } from '../../platform/web/design/tabs.js';
import { usePage } from '../../platform/web/page-context.js';

/** On top of what a mechanism's people share: practices, and, for them alone, requests for support and what hinders. */
export function SharingTabs({ mechanismId }: { mechanismId: string }) {
  const { t, actor, url } = usePage();
  const home = `/mechanisms/${mechanismId}`;
  const tabs = [
    { label: t('practices.title'), href: `${home}/practices` },
    ...(can(actor, 'support.read', mechanismId)
      ? [
          { label: t('supports.title'), href: `${home}/support` },
          { label: t('factors.title'), href: `${home}/hindering-factors` },
        ]
      : []),
  ];
  const here = url.split('?')[0];
  return (
    <Tabs label={t('section.practices')} tabs={tabs.map((tab) => ({ ...tab, current: tab.href === here }))} />
  );
}
