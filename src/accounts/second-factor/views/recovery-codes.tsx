import { usePage } from '../../../platform/web/page-context.js';
import { FactorPage, HOME } from './parts.js';

/** The codes, this once: to print, to copy, or to keep as a file. */
export function RecoveryCodesPage({ codes }: { codes: string[] }) {
  const { t, actor } = usePage();
  const file = [`${t('recovery.title')} · Waymark · ${actor.email}`, '', ...codes, ''].join('\r\n');
  return (
    <FactorPage title={t('recovery.title')}>
      <p class="lead">{t('recovery.once')}</p>
      <ol class="recovery-codes" dir="ltr">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p class="actions">
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}
          download="waymark-recovery-codes.txt"
        >
          {t('recovery.save')}
        </a>{' '}
        <a href={HOME}>{t('recovery.kept')}</a>
      </p>
    </FactorPage>
  );
}
