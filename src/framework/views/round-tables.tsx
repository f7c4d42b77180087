import { usePage } from '../../platform/web/page-context.js';
import type { RoundTable } from '../framework.types.js';
import { roundTables } from '../round-tables.data.js';
import { Doubts, InEnglish } from './catalogue-text.js';
import { ObjectiveLink } from './objective-link.js';

/** The 23 objectives in the four groups the Forum discusses them in. */
export const RoundTables = () => (
  <>
    {roundTables.map((table) => (
      <Group key={table.number} table={table} />
    ))}
  </>
);

function Group({ table }: { table: RoundTable }) {
  const { t } = usePage();
  return (
    <section>
      <h3 id={`round-table-${table.number}`}>{t('framework.roundTable', { number: table.number })}</h3>
      <RoundTableWords table={table} />
      <ol class="tree">
        {table.objectives.map((number) => (
          <ObjectiveLink key={number} number={number} />
        ))}
      </ol>
      <p class="quiet">
        {t('framework.source')} <InEnglish>{table.source}</InEnglish>
      </p>
      <Doubts doubts={table.doubts} />
    </section>
  );
}

/** What the round table was asked, and the theme of the group in regional reviews, where known. */
export function RoundTableWords({ table }: { table: RoundTable }) {
  const { t } = usePage();
  return (
    <>
      {table.imrf2022Question && (
        <p>
          {t('framework.question2022')} <InEnglish>{table.imrf2022Question}</InEnglish>
        </p>
      )}
      {table.regionalReviewTheme && (
        <p>
          {t('framework.regionalTheme')} <InEnglish>{table.regionalReviewTheme}</InEnglish>
        </p>
      )}
    </>
  );
}
