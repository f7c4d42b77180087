import type { FieldMessage } from '../../platform/errors.js';
import { directionOf, messageText } from '../../platform/i18n/i18n.js';
import { isolated } from '../../platform/i18n/isolated.js';
import { usePage } from '../../platform/web/page-context.js';

/** A message about a file: what it quotes keeps its order within a sentence that runs from right to left. */
export function useMessage(): (message: FieldMessage) => string {
  const { t, language } = usePage();
  if (directionOf(language) === 'ltr') return (message) => messageText(t, message);
  return ({ key, values = {} }) => {
    const kept = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? isolated(value) : value,
    ]);
    return messageText(t, { key, values: Object.fromEntries(kept) });
  };
}
