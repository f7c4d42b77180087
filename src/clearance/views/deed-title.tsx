import { CodeAndTitle } from '../../platform/web/code-and-title.js';
import type { ShownDeed } from '../../gate/deed.js';
import { usePage } from '../../platform/web/page-context.js';

/** What it is about: in the plan's words, or by the title of a practice or a request. */
export function DeedTitle({ shown: { title, code, more = 0 } }: { shown: ShownDeed }) {
  const { t } = usePage();
  return (
    <>
      <CodeAndTitle quiet code={code} title={title} />
      {more > 0 && <> {t('entry.andMore', { count: more })}</>}
    </>
  );
}
