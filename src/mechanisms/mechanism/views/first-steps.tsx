import type { VNode } from 'preact';
import type { TextKey } from '../../../platform/i18n/i18n.js';
import { usePage } from '../../../platform/web/page-context.js';

export interface FirstStepProps {
  label: TextKey;
  href: string;
  done: boolean;
}

export function FirstStep({ label, href, done }: FirstStepProps) {
  const { t } = usePage();
  return (
    <li>
      <a href={href}>{t(label)}</a> {done && <span class="quiet">✓ {t('overview.done')}</span>}
    </li>
  );
}

/** What a secretariat that begins has to do; nothing once all of it is done. */
export function FirstSteps({ steps }: { steps: readonly VNode[] }) {
  const { t } = usePage();
  const open = (steps as VNode<FirstStepProps>[]).some(({ props }) => !props.done);
  if (!open) return null;
  return (
    <section class="card first-steps">
      <h2>{t('overview.begin')}</h2>
      <ol>{steps}</ol>
    </section>
  );
}
