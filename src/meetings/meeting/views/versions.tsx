import type { ComponentChildren } from 'preact';
import { usePage } from '../../../platform/web/page-context.js';
import { Facts } from '../../../platform/web/table.js';

interface VersionsProps {
  /** Names of the fields, with what they are called. */
  fields: Record<string, string>;
  current: Record<string, unknown>;
  typed: Record<string, unknown>;
  /** Words for codes; the value itself where there are none. */
  words?: (field: string, value: string) => string;
}

/** What stands now beside what was typed, field by field where they differ. */
export function Versions({ fields, current, typed, words = (_, value) => value }: VersionsProps) {
  const { t } = usePage();
  const different = Object.keys(fields).filter((field) => textOf(current[field]) !== textOf(typed[field]));
  const column = (values: Record<string, unknown>): ComponentChildren => (
    <Facts
      facts={different.map((field) => {
        const text = textOf(values[field]);
        return { label: fields[field]!, value: <bdi>{text ? words(field, text) : '—'}</bdi> };
      })}
    />
  );
  return (
    <div class="versions">
      <div>
        <h3>{t('form.theirs')}</h3>
        {column(current)}
      </div>
      <div>
        <h3>{t('form.yours')}</h3>
        {column(typed)}
      </div>
    </div>
  );
}

/** A field's value as text that compares: a form sends `on`, and lists in any order. */
function textOf(value: unknown): string {
  if (value === null || value === undefined || value === false) return '';
  if (value === true) return 'on';
  if (Array.isArray(value)) return value.map(textOf).sort().join(', ');
  if (typeof value === 'string' || typeof value === 'number') return String(value).trim();
  if (typeof value !== 'object') return '';
  const parts = value as Record<string, unknown>;
  return Object.keys(parts)
    .filter((key) => key !== 'original')
    .sort()
    .map((key) => textOf(parts[key]))
    .filter(Boolean)
    .join(' · ');
}
