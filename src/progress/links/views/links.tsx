import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { placeCrumb } from '../../../mechanisms/mechanism/views/parts.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Prose } from '../../../platform/web/prose.js';
import type { SeenEntry } from '../../access/seen-entry.js';
import { DisclosuresTable } from '../../entries/views/disclosures.js';

interface LinksPageProps {
  entry: SeenEntry;
  names: ReadonlyMap<string, string>;
  /** Mechanisms it can still be linked to. */
  open: Mechanism[];
}

/** Where an entry is, and where else it can be. */
export function LinksPage({ entry, names, open }: LinksPageProps) {
  const { t, language } = usePage();
  const crumbs = [placeCrumb(entry.mechanismId), { label: t('entry.entry'), href: `/progress/${entry.id}` }];
  const linked = entry.places.filter((disclosure) => !disclosure.home);
  return (
    <Layout title={t('link.title')} crumbs={crumbs}>
      <p class="quiet">{t('link.text')}</p>
      <DisclosuresTable
        entry={entry}
        names={names}
        actions={{
          label: t('list.actions'),
          cell: ({ mechanismId, home }) => (
            <div class="actions">
              <a href={`/progress/${entry.id}/release#${mechanismId}`}>{t('link.decide')}</a>
              {!home && (
                <>
                  <a href={`/progress/${entry.id}/links/new?mechanism=${mechanismId}`}>{t('link.change')}</a>
                  <PostButton
                    action={`/progress/${entry.id}/links/removal`}
                    fields={{ mechanismId }}
                    label={t('link.remove')}
                    quiet
                  />
                </>
              )}
            </div>
          ),
        }}
      />
      {linked.map(
        ({ mechanismId, comment }) =>
          comment && (
            <section key={mechanismId} class="notice">
              <h2>{t('link.commentOf', { mechanism: names.get(mechanismId) })}</h2>
              <Prose text={comment} />
            </section>
          ),
      )}
      <h2>{t('link.add')}</h2>
      {open.length === 0 ? (
        <p class="quiet">{t('link.nowhere')}</p>
      ) : (
        <ul>
          {open.map((one) => (
            <li key={one.id}>
              <a href={`/progress/${entry.id}/links/new?mechanism=${one.id}`}>{shortNameIn(one, language)}</a>
            </li>
          ))}
        </ul>
      )}
    </Layout>
  );
}
