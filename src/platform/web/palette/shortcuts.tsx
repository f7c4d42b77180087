import type { TextKey } from '../../i18n/i18n.js';
import { Layout } from '../layout.js';
import { usePage } from '../page-context.js';
import { Table } from '../table.js';

interface Shortcut {
  /** Pressed one after the other, or together where it says so. */
  keys: readonly string[];
  text: string;
}

/** What the keyboard does; the palette shows the table of this page too. */
export function ShortcutsPage() {
  const { t, places } = usePage();
  const shortcuts: Shortcut[] = [
    { keys: ['Ctrl + K', '⌘ + K'], text: t('shortcuts.palette') },
    { keys: ['/'], text: t('shortcuts.search') },
    { keys: ['?'], text: t('shortcuts.list') },
    { keys: ['g t'], text: t('nav.tasks') },
    ...places.sections.flatMap(({ letter, label }) =>
      letter ? [{ keys: [`g ${letter}`], text: t(label as TextKey) }] : [],
    ),
  ];
  return (
    <Layout title={t('shortcuts.title')} crumbs={[{ label: t('account.title'), href: '/account' }]}>
      <p>
        {t('shortcuts.lead')} <a href="/account">{t('account.title')}</a>
      </p>
      <Table
        caption={t('shortcuts.title')}
        rows={shortcuts}
        columns={[
          { label: t('shortcuts.keys'), cell: ({ keys }) => <Keys keys={keys} /> },
          { label: t('shortcuts.does'), cell: ({ text }) => text },
        ]}
      />
    </Layout>
  );
}

const Keys = ({ keys }: { keys: readonly string[] }) => (
  <bdi dir="ltr">
    {keys.map((some, index) => (
      <span key={some}>
        {index > 0 && ' / '}
        {some.split(' ').map((one) => (one === '+' ? ' + ' : <kbd key={one}>{one}</kbd>))}
      </span>
    ))}
  </bdi>
);
