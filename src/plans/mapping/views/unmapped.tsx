import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import { CodeAndTitle } from '../../../platform/web/code-and-title.js';
import type { Suggestions } from '../../../framework/search/suggest.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { NextPage } from '../../../platform/web/table.js';
import type { PlanItem } from '../../plan/plan.entity.js';
import type { UnmappedPage } from '../unmapped-items.service.js';
import { CatalogueMatchList, InstitutionalButton } from './catalogue-matches.js';

interface UnmappedPageProps {
  found: UnmappedPage;
  rows: { item: PlanItem; suggestions: Suggestions }[];
  mechanism: Mechanism;
  editable: boolean;
  query: { after: string | null; institutional: boolean };
}

/** Items of a plan that serve no objective, each with what it may serve; those about the mechanism itself apart. */
export function UnmappedPageView({ found, rows, mechanism, editable, query }: UnmappedPageProps) {
  const { t, language } = usePage();
  const { plan, counts, next } = found;
  const address = (institutional: boolean, after?: string | null) => {
    const parts = new URLSearchParams({
      ...(institutional && { institutional: 'on' }),
      ...(after && { after }),
    });
    return `/plans/${plan.id}/unmapped${parts.size > 0 ? `?${parts}` : ''}`;
  };
  // What is mapped leaves the list; the next one stands in its place.
  const backTo = (index: number) => {
    const next = rows[index + 1] ?? rows[index - 1];
    return `${address(query.institutional, query.after)}${next ? `#${placeOf(next.item)}` : ''}`;
  };
  return (
    <Layout
      title={t('mapping.unmapped')}
      crumbs={[
        { label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` },
        { label: rendition(plan.title, language).text, href: `/plans/${plan.id}` },
      ]}
    >
      <p>{t('mapping.unmappedText')}</p>
      <nav class="sorts" aria-label={t('mapping.sorts')}>
        {[false, true].map((institutional) => (
          <a
            key={String(institutional)}
            href={address(institutional)}
            aria-current={institutional === query.institutional ? 'page' : undefined}
          >
            {institutional
              ? t('mapping.institutionalCount', { count: counts.institutional })
              : t('mapping.unmappedCount', { count: counts.unmapped })}
          </a>
        ))}
      </nav>
      {rows.length === 0 && <p class="quiet">{t('list.empty')}</p>}
      <ul class="cards">
        {rows.map(({ item, suggestions }, index) => (
          <li key={item.id} id={placeOf(item)} class="card">
            <Heading item={item} />
            <CatalogueMatchList
              hits={suggestions.objectives}
              label={t('mapping.suggestions')}
              back={backTo(index)}
              {...{ item, editable }}
            />
            {suggestions.objectives.length === 0 && <p class="quiet">{t('mapping.noSuggestions')}</p>}
            {editable && (
              <div class="actions">
                <a href={`/items/${item.id}/mapping`}>{t('mapping.open')}</a>
                <InstitutionalButton item={item} back={backTo(index)} />
              </div>
            )}
          </li>
        ))}
      </ul>
      <NextPage cursor={next} href={(cursor) => address(query.institutional, cursor)} />
      <p class="quiet">{t('mapping.relatedNote')}</p>
    </Layout>
  );
}

const placeOf = ({ id }: PlanItem) => `item-${id}`;

function Heading({ item }: { item: PlanItem }) {
  return (
    <>
      {item.parent && (
        <p class="hint">
          <CodeAndTitle code={item.parent.code} title={item.parent.title} />
        </p>
      )}
      <h2>
        <a href={`/items/${item.id}`}>
          <CodeAndTitle code={item.code} title={item.title} />
        </a>
      </h2>
    </>
  );
}
