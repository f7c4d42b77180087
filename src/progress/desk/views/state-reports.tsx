import { usePage } from '../../../platform/web/page-context.js';

/** Links to what a State reported, as far as the reader may read it. */
export function StateReports({ links }: { links: readonly { name: string; href: string }[] }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('states.reported')}</h2>
      <ul>
        {links.map(({ name, href }) => (
          <li key={href}>
            <a href={href}>
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
