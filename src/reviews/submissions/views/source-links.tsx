import { usePage } from '../../../platform/web/page-context.js';
import type { PassageSource, SourceKind } from '../../passages/passage.js';

const ADDRESSES: Record<SourceKind, string> = {
  entry: '/progress',
  item: '/items',
  indicator: '/indicators',
  practice: '/practices',
  meeting: '/meetings',
  decision: '/decisions',
  plan: '/plans',
};

/** More than so many help nobody to find one. */
const MOST = 12;

/** Where the words of a passage come from, to open it. For its secretariat. */
export function SourceLinks({ sources }: { sources: readonly PassageSource[] }) {
  const { t, language } = usePage();
  const shown = sources.slice(0, MOST);
  return (
    <p class="quiet" lang={language}>
      <small>
        {t('submission.sources')}{' '}
        {shown.map(({ kind, id }, index) => (
          <>
            {index > 0 && ' · '}
            <a key={id} href={`${ADDRESSES[kind]}/${id}`}>
              {t(`passageSource.${kind}`)} {index + 1}
            </a>
          </>
        ))}
        {sources.length > MOST && ' …'}
      </small>
    </p>
  );
}
