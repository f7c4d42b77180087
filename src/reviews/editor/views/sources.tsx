import { usePage } from '../../../platform/web/page-context.js';
import type { NamedSource } from '../sources/source-names.service.js';

/** What a passage says something of, each with the way to it. The secretariat alone sees this. */
export function Sources({ sources }: { sources: readonly NamedSource[] }) {
  const { t, day } = usePage();
  return (
    <section id="sources">
      <h2>{t('editor.sources')}</h2>
      {sources.length === 0 ? (
        <p class="quiet">{t('editor.noSources')}</p>
      ) : (
        <ul>
          {sources.map(({ kind, id, name, language, href, on }) => (
            <li key={`${kind}/${id}`}>
              {t(`editor.source.${kind}`)}:{' '}
              {href ? (
                <a href={href} lang={language} dir="auto">
                  {name}
                </a>
              ) : (
                <span dir="auto">{name}</span>
              )}
              {on && <span class="quiet"> {t('editor.sourceChanged', { day: day(on) })}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
