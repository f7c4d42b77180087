import { CatalogueParagraph } from '../../framework/views/catalogue-text.js';
import { type CatalogueMatch, searchCatalogue } from '../../framework/search/catalogue-search.js';
import { directionOf, type TextKey } from '../../platform/i18n/i18n.js';
import { headed } from '../../platform/i18n/isolated.js';
import type { Snippet } from '../../platform/search/snippet.js';
import { CodeAndTitle } from '../../platform/web/code-and-title.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { NextPage } from '../../platform/web/table.js';
import { provisionAddress, provisionLabel } from '../provision-labels.js';
import type { SearchQuery } from '../search.dto.js';
import type { Result, ResultsOfKind } from '../search.service.js';

/** So many parts of the Compact at most. */
const COMPACT = 5;

interface SearchPageProps {
  query: SearchQuery;
  groups: ResultsOfKind[];
  /** Short names by id. */
  mechanisms: Map<string, string>;
}

export function SearchPage({ query, groups, mechanisms }: SearchPageProps) {
  const { t } = usePage();
  const { q, kind } = query;
  const compact = kind ? [] : searchCatalogue(q, COMPACT);
  const nothing = compact.length === 0 && groups.every(({ items }) => items.length === 0);
  const address = (values: Record<string, string>) =>
    `/search?${new URLSearchParams({ q, ...values }).toString()}`;
  return (
    <Layout title={t('search.title')}>
      <SearchForm q={q} />
      {q !== '' && nothing && <p role="status">{t('search.nothing')}</p>}
      {kind && (
        <p>
          <a href={address({})}>{t('search.everything')}</a>
        </p>
      )}
      {groups.map((group) => (
        <section key={group.kind} aria-labelledby={`found-${group.kind}`}>
          <h2 id={`found-${group.kind}`}>{t(`searchKind.${group.kind}` as TextKey)}</h2>
          <ol class="cards">
            {group.items.map((result) => (
              <li key={result.id} class="card">
                <ResultCard result={result} mechanism={mechanisms.get(result.mechanismId)} />
              </li>
            ))}
          </ol>
          {kind ? (
            <NextPage cursor={group.nextCursor} href={(cursor) => address({ kind, cursor })} />
          ) : (
            group.nextCursor && (
              <p>
                <a href={address({ kind: group.kind })}>
                  {t('search.more')} <span class="hidden">{t(`searchKind.${group.kind}` as TextKey)}</span>
                </a>
              </p>
            )
          )}
        </section>
      ))}
      {compact.length > 0 && <CompactMatches matches={compact} />}
    </Layout>
  );
}

/** Objectives, actions and principles of the Compact. */
function CompactMatches({ matches }: { matches: CatalogueMatch[] }) {
  const { t, language } = usePage();
  return (
    <section aria-labelledby="found-compact">
      <h2 id="found-compact">{t('nav.framework')}</h2>
      <ul class="plain">
        {matches.map((match) => (
          <li key={match.kind + match.ref}>
            <a href={provisionAddress(match)}>
              <bdi>{match.ref}</bdi> <CatalogueParagraph value={provisionLabel(match, language)} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SearchForm({ q }: { q: string }) {
  const { t } = usePage();
  return (
    <form action="/search" method="get" class="form search-page" role="search" aria-label={t('search.title')}>
      <label for="search-words">{t('search.words')}</label>
      <p class="hint" id="search-hint">
        {t('search.hint')}
      </p>
      <div class="search-line">
        <input
          id="search-words"
          type="search"
          name="q"
          value={q}
          maxLength={200}
          dir="auto"
          autocomplete="off"
          aria-describedby="search-hint"
        />
        <button type="submit">{t('search.submit')}</button>
      </div>
    </form>
  );
}

function ResultCard({ result, mechanism }: { result: Result; mechanism: string | undefined }) {
  const { t, language } = usePage();
  const { href, lead, title, snippet } = result;
  const detail = result.detail(t, language);
  return (
    <>
      <h3>
        <a href={href}>
          {typeof title === 'string' ? (
            <bdi>{headed(lead, title)}</bdi>
          ) : (
            <CodeAndTitle code={lead} title={title} />
          )}
        </a>
      </h3>
      <p class="quiet">
        <bdi>{mechanism}</bdi>
        {detail && (
          <>
            {' · '}
            <bdi>{detail}</bdi>
          </>
        )}
      </p>
      {snippet && <SnippetText snippet={snippet} />}
    </>
  );
}

function SnippetText({ snippet: { parts, language } }: { snippet: Snippet }) {
  return (
    <p lang={language ?? undefined} dir={language ? directionOf(language) : 'auto'}>
      {parts.map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text))}
    </p>
  );
}
