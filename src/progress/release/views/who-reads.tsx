import { usePage } from '../../../platform/web/page-context.js';
import { type Chooser, readersByName } from '../../words/entry-readers.js';

/** Below choices of who reads something: the people they mean, by name, and who reads documents. */
export function WhoReads({ chooser }: { chooser: Chooser }) {
  const page = usePage();
  return (
    <p class="hint">
      {readersByName(page, chooser)} {page.t('readers.ofDocuments')}
    </p>
  );
}
