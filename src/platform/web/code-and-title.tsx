import { directionOf } from '../i18n/i18n.js';
import { codeInText } from '../i18n/isolated.js';
import { type Localized, rendition } from '../i18n/localized.js';
import { usePage } from './page-context.js';
import { LocalizedText } from './prose.js';

/**
 * A code and the title behind it, as one, in the title's direction: on a page of the other direction neither changes
 * places, and a title that wraps keeps its order.
 */
export function CodeAndTitle({
  code,
  title,
  quiet,
}: {
  code: string | undefined;
  title: Localized;
  quiet?: boolean;
}) {
  const { language } = usePage();
  const lead = code && codeInText(code);
  return (
    <bdi dir={directionOf(rendition(title, language).language)}>
      {lead && (quiet ? <span class="quiet">{lead}</span> : lead)}
      {lead && ' '}
      <LocalizedText value={title} />
    </bdi>
  );
}
