import type { ShownDeed } from '../../gate/deed.js';
import { usePage } from '../../platform/web/page-context.js';
import { LocalizedText } from '../../platform/web/prose.js';

/** What it is about: in the plan's words, or by the title of a practice or a request. */
export function DeedTitle({ shown: { title, code, more = 0 } }: { shown: ShownDeed }) {
  const { t } = usePage();
  return (
    <>
      {code && <span class="quiet">{code}</span>} <LocalizedText value={title} />
      {more > 0 && <> {t('entry.andMore', { count: more })}</>}
    </>
  );
}
