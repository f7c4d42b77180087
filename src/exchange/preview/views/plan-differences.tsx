import { languageName } from '../../../platform/i18n/language-names.js';
import { type TextKey } from '../../../platform/i18n/i18n.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Difference } from '../differences.js';
import { Changes } from './changes.js';

/** What the plan's own fields are called is not what the columns of its items are. */
export function PlanDifferences({ differences }: { differences: readonly Difference[] }) {
  const { t, language: reader } = usePage();
  const changes = differences.map(({ use, ...texts }) => {
    const [field, language] = use.split('.');
    const name = t(`exchange.fact.${field}` as TextKey);
    const inWords = (text: string) => (field === 'kind' && text ? t(`planKind.${text}` as TextKey) : text);
    return {
      label: language ? `${name} (${languageName(language, reader)})` : name,
      before: inWords(texts.before),
      after: inWords(texts.after),
    };
  });
  return <Changes changes={changes} />;
}
