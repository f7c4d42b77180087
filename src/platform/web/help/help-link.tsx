import type { TextKey } from '../../i18n/i18n.js';
import { usePage } from '../page-context.js';

/** What there is help on: everything that has a title in `locales/en/help.json`. */
export type HelpTopic = TextKey extends infer Key
  ? Key extends `help.title.${infer Topic}`
    ? Topic
    : never
  : never;

/** Sentences or steps, in the reader's language; each is a line of its own in the text. */
export function HelpText({ topic }: { topic: HelpTopic }) {
  const { t } = usePage();
  return (
    <>
      {t(`help.text.${topic}`)
        .split('\n')
        .map((line) => (
          <p key={line}>{line}</p>
        ))}
    </>
  );
}

/** A question mark that opens the help on a topic where it stands, with or without scripts. */
export function HelpLink({ topic }: { topic: HelpTopic }) {
  const { t } = usePage();
  return (
    <details class="help">
      <summary aria-label={t('help.about', { topic: t(`help.title.${topic}`) })}>?</summary>
      <div class="help-text">
        <HelpText topic={topic} />
        <p>
          <a href={`/help/${topic}`}>{t('help.all')}</a>
        </p>
      </div>
    </details>
  );
}
