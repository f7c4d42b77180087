export interface Tab {
  label: string;
  href: string;
  current: boolean;
}

/** Pages that are parts of one thing. With fewer than two there is nothing to choose. */
export const Tabs = ({ label, tabs }: { label: string; tabs: readonly Tab[] }) =>
  tabs.length < 2 ? null : (
    <nav class="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
        </a>
      ))}
    </nav>
  );
