import { CodeAndTitle } from '../../../platform/web/code-and-title.js';
import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import { Facts } from '../../../platform/web/table.js';
import type { PlanItem } from '../../plan/plan.entity.js';

/** On an item's page: what it carries on, plan by plan, and what carries it on. */
export function Lineage({ former, later }: { former: PlanItem[]; later: PlanItem[] }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('lineage.title')}</h2>
      <Facts
        facts={[
          { label: t('lineage.from'), value: former.length > 0 && <Items items={former} /> },
          { label: t('lineage.later'), value: later.length > 0 && <Items items={later} /> },
        ].filter(({ value }) => value !== false)}
      />
    </section>
  );
}

function Items({ items }: { items: PlanItem[] }) {
  return (
    <ul class="plain">
      {items.map((item) => (
        <li key={item.id}>
          <a href={`/items/${item.id}`}>
            <CodeAndTitle code={item.code} title={item.title} />
          </a>{' '}
          <span class="quiet">
            (<LocalizedText value={item.plan.title} />)
          </span>
        </li>
      ))}
    </ul>
  );
}
