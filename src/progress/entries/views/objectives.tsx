import { objectiveTitle } from '../../../framework/framework.js';
import { usePage } from '../../../platform/web/page-context.js';

/** The objectives an entry speaks about by itself, where no item of a plan says so. */
export function ObjectiveList({ objectives }: { objectives: readonly number[] | null }) {
  if (!objectives?.length) return null;
  return (
    <ul class="plain">
      {objectives.map((number) => (
        <li key={number}>
          <a href={`/framework/objectives/${number}`}>
            <ObjectiveTitle number={number} />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What an entry is about that is about no item. */
export function WithoutItem({ objectives }: { objectives: readonly number[] | null }) {
  const { t } = usePage();
  if (objectives?.[0]) return <ObjectiveTitle number={objectives[0]} />;
  return <>{t(objectives ? 'entry.freeAnswer' : 'entry.noItem')}</>;
}

function ObjectiveTitle({ number }: { number: number }) {
  const { t, language } = usePage();
  const title = objectiveTitle(number, language);
  return (
    <>
      {t('entry.objective', { number })}: <span lang={title.language}>{title.text}</span>
    </>
  );
}
