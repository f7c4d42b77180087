import { Footer, Header, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';
import type { Prepared } from '../prepared.js';
import { way } from './page.js';
import type { WordText } from './text.js';

/** The text at the head of each page but the first. */
export function headerOf(document: Prepared, text: WordText): Header | undefined {
  if (!document.header) return undefined;
  const children = text.plain(document.header);
  return new Header({ children: [new Paragraph({ style: 'Header', ...way(document), children })] });
}

/** The text at the foot of each page, and the page's number. */
export function footerOf(document: Prepared, text: WordText): Footer {
  const { labels, direction, footer } = document;
  const rightToLeft = direction === 'rtl' ? { rightToLeft: true } : {};
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        ...way(document),
        tabStops: [{ type: TabStopType.RIGHT, position: text.room.width }],
        children: [
          ...text.plain(footer ?? ''),
          new TextRun({
            ...rightToLeft,
            children: ['\t', `${labels.page} `, PageNumber.CURRENT, ` ${labels.of} `, PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
}
