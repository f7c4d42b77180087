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

interface HelpLinkProps {
  topic: HelpTopic;
  /** Whether it says what it is about, where no title beside it does. */
  named?: boolean;
}

/** A question mark that opens the help on a topic where it stands, with or without scripts. */
export function HelpLink({ topic, named }: HelpLinkProps) {
  const { t } = usePage();
  return (
    <details class="help">
      {named ? (
        <summary>
          <span aria-hidden="true">?</span> {t(`help.title.${topic}`)}
        </summary>
      ) : (
        <summary aria-label={t('help.about', { topic: t(`help.title.${topic}`) })}>
          <span>?</span>
        </summary>
      )}
      <div class="help-text">
        <HelpText topic={topic} />
        <p>
          <a href={`/help/${topic}`}>{t('help.all')}</a>
        </p>
      </div>
    </details>
  );
}
