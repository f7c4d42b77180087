import type { Translate } from '../../../platform/i18n/i18n.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Writer } from '../writers.js';

/** Who had a hand in a text, and by which way each came. */
export function Writers({ writers }: { writers: readonly Writer[] }) {
  const { t } = usePage();
  return (
    <ul class="plain">
      {writers.map((writer, index) => (
        <li key={index}>{wordsOf(t, writer)}</li>
      ))}
    </ul>
  );
}

function wordsOf(t: Translate, { way, name, link }: Writer): string {
  if (way === 'behalf') return t('writer.behalf', { name });
  if (!link) return name;
  if (!name) return t('writer.copiedLink', { giver: link.of });
  return name === link.of ? t('writer.ownLink', { name }) : t('writer.link', { name, giver: link.of });
}
