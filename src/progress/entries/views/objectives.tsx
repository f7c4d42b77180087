import { ObjectiveRef } from '../../../framework/views/objective-ref.js';
import { usePage } from '../../../platform/web/page-context.js';
import { objectiveName } from '../../words/entry-subject.js';

/** The objectives an entry speaks about by itself, where no item of a plan says so. */
export function ObjectiveList({ objectives }: { objectives: readonly number[] | null }) {
  const { language } = usePage();
  if (!objectives?.length) return null;
  return (
    <ul class="plain">
      {objectives.map((number) => (
        <li key={number}>
          <ObjectiveRef number={number}>{objectiveName(number, language)}</ObjectiveRef>
        </li>
      ))}
    </ul>
  );
}
