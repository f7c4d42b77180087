import { ImageRun, Paragraph, type FileChild } from 'docx';
import type { Picture } from '../document.js';
import type { PreparedFigure } from '../prepared.js';
import { PIXEL, way } from './page.js';
import { captionOf, tableOf } from './table.js';
import type { WordText } from './text.js';

/** A picture with its caption above and its figures below, kept together as far as Word can. */
export function figureOf({ label, caption, picture, table }: PreparedFigure, text: WordText): FileChild[] {
  return [
    ...captionOf({ label, caption }, text, 'figure'),
    new Paragraph({
      style: 'Figure',
      ...way(text),
      ...(table && { keepNext: true }),
      children: [pictureOf(picture, fitting(picture, text), text)],
    }),
    ...(table ? tableOf(table, text, 'figure') : []),
  ];
}

/** In pixels: as wide as the text at most, and no taller than most of a page. */
function fitting({ width, height }: Picture, { room }: WordText): { width: number; height: number } {
  const share = Math.min(1, room.width / PIXEL / width, (room.height * 0.75) / PIXEL / height);
  return { width: Math.floor(width * share) || 1, height: Math.floor(height * share) || 1 };
}

/** A picture with what it says; its number must not be the library's, which runs on from file to file. */
export function pictureOf(
  { base64, text: description }: Picture,
  size: { width: number; height: number },
  text: WordText,
) {
  const id = String(text.nextPicture());
  return new ImageRun({
    type: 'png',
    data: Buffer.from(base64, 'base64'),
    transformation: size,
    altText: { id, name: `Picture ${id}`, description },
  });
}
