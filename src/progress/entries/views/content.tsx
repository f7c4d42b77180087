import type { TextKey } from '../../../platform/i18n/i18n.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Prose } from '../../../platform/web/prose.js';
import { isFree } from '../../words/entry-subject.js';
import type { SeenEntry } from '../../access/seen-entry.js';

type ContentSource = Pick<SeenEntry, 'content'> & Partial<Pick<SeenEntry, 'objectives' | 'items'>>;

/** The words of an entry, in the language they were written in. */
export function Content({ entry }: { entry: ContentSource }) {
  const { t } = usePage();
  const { content } = entry;
  const language = content.language ?? undefined;
  const part = (key: TextKey, text: string | null) =>
    text && (
      <section>
        <h2>{t(key)}</h2>
        <Prose text={text} language={language} />
      </section>
    );
  return (
    <>
      {content.practice && <p class="tag">{t('entry.isPractice')}</p>}
      {content.status && (
        <p>{t('entry.statusIs', { status: t(`itemStatus.${content.status}` as TextKey) })}</p>
      )}
      {part(isFree(entry) ? 'entry.answer' : 'entry.narrative', content.narrative)}
      {part('entry.results', content.results)}
      {(content.challengeCodes.length > 0 || content.challenges) && (
        <section>
          <h2>{t('entry.challenges')}</h2>
          <ul>
            {content.challengeCodes.map((code) => (
              <li key={code}>{t(`challenge.${code}` as TextKey)}</li>
            ))}
          </ul>
          {content.challenges && <Prose text={content.challenges} language={language} />}
        </section>
      )}
      {part('entry.nextSteps', content.nextSteps)}
      {(content.supportKinds.length > 0 || content.support) && (
        <section>
          <h2>{t('entry.support')}</h2>
          <ul>
            {content.supportKinds.map((kind) => (
              <li key={kind}>{t(`support.${kind}` as TextKey)}</li>
            ))}
          </ul>
          {content.support && <Prose text={content.support} language={language} />}
        </section>
      )}
    </>
  );
}
