import { directionOf } from '../../../platform/i18n/i18n.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Stretch } from '../words/word-differences.js';

/** Two versions of a text as one, with what only the one and only the other says marked; in words, too, for who cannot see it. */
export function Differences({ stretches, language }: { stretches: readonly Stretch[]; language: string }) {
  const { t } = usePage();
  return (
    <p class="differences" lang={language} dir={directionOf(language)}>
      {stretches.map(({ kind, text }, index) => {
        if (kind === 'same') return text;
        const label = <span class="hidden">{t(`editor.difference.${kind}`)} </span>;
        return kind === 'before' ? (
          <del key={index}>
            {label}
            {text}
          </del>
        ) : (
          <ins key={index}>
            {label}
            {text}
          </ins>
        );
      })}
    </p>
  );
}
