import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import type { PlanItem } from '../../plan/plan.entity.js';
import { ObjectiveTags, ownersText, WhenText } from './labels.js';

/** The items that apply to the whole plan, apart from its branches. */
export function CrossCutting({ items }: { items: PlanItem[] }) {
  const { t } = usePage();
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{t('crossCutting.title')}</h2>
      <ul class="cards">
        {items.map((item) => (
          <li key={item.id} class="card">
            <p>
              <bdi>
                {item.code && <span class="quiet">{item.code} </span>}
                <a href={`/items/${item.id}`}>
                  <LocalizedText value={item.title} />
                </a>
              </bdi>
            </p>
            <Meta item={item} />
            <ObjectiveTags item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Meta({ item }: { item: PlanItem }) {
  const { t, language } = usePage();
  const dated = item.whenPrecision !== 'none' || item.whenText !== null;
  if (item.owners.length === 0 && !dated) return null;
  return (
    <p class="quiet">
      {ownersText(item.owners, t, language)}
      {item.owners.length > 0 && dated && ' · '}
      <WhenText item={item} />
    </p>
  );
}
