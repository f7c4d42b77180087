import { CodeAndTitle } from '../../../platform/web/code-and-title.js';
import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import { headed } from '../../../platform/i18n/isolated.js';
import type { CatalogueMatch } from '../../../framework/search/catalogue-search.js';
import type { Suggestions } from '../../../framework/search/suggest.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { emptyForm } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Prose } from '../../../platform/web/prose.js';
import type { PlanItem } from '../../plan/plan.entity.js';
import {
  CatalogueMatchList,
  InstitutionalButton,
  MappingButton,
  mappedProvisions,
  ProvisionText,
} from './catalogue-matches.js';

interface MappingPageProps {
  item: PlanItem;
  mechanism: Mechanism;
  suggestions: Suggestions;
  query: string | null;
  /** What the search found; null when nothing was asked. */
  hits: CatalogueMatch[] | null;
}

/** One item and what it serves: what it is mapped to, what it may be mapped to, and the catalogue to search. */
export function MappingPage({ item, mechanism, suggestions, query, hits }: MappingPageProps) {
  const { t, language } = usePage();
  const title = rendition(item.title, language);
  const name = headed(item.code, title.text);
  const back = query
    ? `/items/${item.id}/mapping?q=${encodeURIComponent(query)}`
    : `/items/${item.id}/mapping`;
  const description = item.description && rendition(item.description, language);
  const found = [
    ...suggestions.objectives.flatMap((one) => [one, ...one.actions]),
    ...suggestions.principles,
  ];
  return (
    <Layout
      title={t('mapping.title')}
      crumbs={[
        { label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` },
        { label: rendition(item.plan.title, language).text, href: `/plans/${item.planId}` },
        { label: name, href: `/items/${item.id}` },
      ]}
      actions={<a href={`/plans/${item.planId}/unmapped`}>{t('mapping.unmapped')}</a>}
    >
      <p class="lead">
        <CodeAndTitle code={item.code} title={item.title} />
      </p>
      {description && <Prose text={description.text} language={description.language} />}
      <Mapped item={item} back={back} />
      <section>
        <h2>{t('mapping.suggestions')}</h2>
        <p class="quiet">
          {t('mapping.suggestionsHint')} {t('mapping.paraphrase')} {t('mapping.relatedNote')}
        </p>
        {found.length === 0 ? (
          <p>{t('mapping.noSuggestions')}</p>
        ) : (
          <CatalogueMatchList hits={found} item={item} back={back} label={t('mapping.suggestions')} nested />
        )}
      </section>
      <section>
        <h2>{t('mapping.search')}</h2>
        <Form
          action={`/items/${item.id}/mapping`}
          method="get"
          submit={t('mapping.find')}
          state={emptyForm({ q: query ?? '' })}
        >
          <TextField name="q" type="search" label={t('mapping.word')} hint={t('mapping.wordHint')} required />
        </Form>
        {hits &&
          (hits.length === 0 ? (
            <p role="status">{t('mapping.nothingFound')}</p>
          ) : (
            <CatalogueMatchList hits={hits} item={item} back={back} label={t('mapping.found')} />
          ))}
      </section>
    </Layout>
  );
}

function Mapped({ item, back }: { item: PlanItem; back: string }) {
  const { t } = usePage();
  const places = mappedProvisions(item);
  return (
    <section>
      <h2>{t('mapping.now')}</h2>
      {places.length === 0 && <p>{t(item.institutional ? 'mapping.institutional' : 'mapping.none')}</p>}
      {places.length > 0 && (
        <ul class="hits" aria-label={t('mapping.now')}>
          {places.map((place) => (
            <li key={`${place.kind}${place.ref}`} class="hit">
              <ProvisionText place={place} />
              <MappingButton item={item} place={place} back={back} unsaid />
            </li>
          ))}
        </ul>
      )}
      {(item.institutional || item.objectives.length === 0) && (
        <InstitutionalButton item={item} back={back} />
      )}
    </section>
  );
}
