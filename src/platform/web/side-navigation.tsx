import type { TextKey } from '../i18n/i18n.js';
import { usePage } from './page-context.js';

export function SideNavigation() {
  const { t, actor, navigation, url } = usePage();
  const path = url.split('?')[0]!;
  const items = navigation.filter((item) => item.shown(actor));
  const current = items
    .filter((item) => path === item.href || path.startsWith(item.href === '/' ? '\0' : `${item.href}/`))
    .at(-1);
  return (
    <nav class="side" aria-label={t('layout.navigation')}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item === current ? 'page' : undefined}>
              {t(item.label as TextKey)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
