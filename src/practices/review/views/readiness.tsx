import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';

export function Readiness({ mechanism, ready }: { mechanism: Mechanism; ready: boolean }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('practices.review')}</h2>
      <p>{t(ready ? 'practices.ready' : 'practices.notReady')}</p>
      <PostButton
        action={`/mechanisms/${mechanism.id}/practice-reviewers/me`}
        label={t(ready ? 'practices.stop' : 'practices.volunteer')}
        fields={{ ready: ready ? 'no' : 'yes' }}
        quiet
      />
    </section>
  );
}
