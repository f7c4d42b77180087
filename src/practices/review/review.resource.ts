import type { PracticeComment } from './review.entity.js';

export const commentResource = ({ id, criterion, authorName, voice, text, at }: PracticeComment) => ({
  id,
  criterion,
  authorName,
  voice,
  text,
  at,
});
