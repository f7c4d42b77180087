import { objectiveTitle } from '../../../framework/framework.js';
import { ObjectiveRef } from '../../../framework/views/objective-ref.js';
import { usePage } from '../../../platform/web/page-context.js';

/** The objectives an entry speaks about by itself, where no item of a plan says so. */
export function ObjectiveList({ objectives }: { objectives: readonly number[] | null }) {
  if (!objectives?.length) return null;
  return (
    <ul class="plain">
      {objectives.map((number) => (
        <li key={number}>
          <ObjectiveRef number={number}>
            <ObjectiveTitle number={number} />
          </ObjectiveRef>
        </li>
      ))}
    </ul>
  );
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
