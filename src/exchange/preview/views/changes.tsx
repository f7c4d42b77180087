import { usePage } from '../../../platform/web/page-context.js';
import { useLabel } from '../../match/use-labels.js';
import type { Difference } from '../differences.js';

export function Differences({ differences }: { differences: readonly Difference[] }) {
  const { t, language } = usePage();
  return (
    <Changes
      changes={differences.map(({ use, ...texts }) => ({ label: useLabel(use, t, language), ...texts }))}
    />
  );
}

export interface Change {
  label: string;
  before: string;
  after: string;
}

export function Changes({ changes }: { changes: readonly Change[] }) {
  const { t } = usePage();
  if (changes.length === 0) return null;
  return (
    <dl class="changes">
      {changes.map(({ label, before, after }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <span class="hidden">{t('exchange.preview.was')} </span>
            {before ? <del dir="auto">{before}</del> : <span class="quiet">—</span>}
          </dd>
          <dd>
            <span class="hidden">{t('exchange.preview.becomes')} </span>
            {after ? <ins dir="auto">{after}</ins> : <span class="quiet">—</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
