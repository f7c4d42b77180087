import type { FramedLetter, LetterLink } from './letter.js';

/** A letter as plain text. */
export function letterText(letter: FramedLetter): string {
  const { language, greeting, paragraphs, items = [], action, links = [], footer, unsubscribe } = letter;
  const colon = language === 'fr' ? FRENCH_COLON : ':';
  const asLine = ({ label, href }: LetterLink) => `${label}${colon} ${href}`;
  const blocks = [
    greeting,
    ...paragraphs,
    ...items.map((item) =>
      [
        `- ${item.title}`,
        item.detail && `  ${item.detail}`,
        ...(item.words ?? []).map(({ label, text }) => `\n  ${label}${colon}\n${indented(text)}`),
        `${item.words?.length ? '\n' : ''}  ${item.action}${colon} ${item.href}`,
        ...(item.links ?? []).map((link) => `  ${asLine(link)}`),
      ]
        .filter(Boolean)
        .join('\n'),
    ),
    action && `${action.label}${colon}\n${action.href}`,
    links.map(asLine).join('\n'),
    `-- \n${[...footer, ...(unsubscribe ? [asLine(unsubscribe)] : [])].join('\n')}`,
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

/** With the space before it that does not break. */
const FRENCH_COLON = '\u00a0:';

/** So that no line of it looks like one of the mail's own. */
const indented = (text: string) => text.replace(/^/gm, '  | ');
