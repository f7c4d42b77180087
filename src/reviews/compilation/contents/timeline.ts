import type { CompileContent } from './content.js';

/** The dated items of the plan and the period on a line, as a picture. */
export const timelineContent: CompileContent = function* ({ at, material }, words) {
  const picture = material.pictures?.get('timeline')?.get(words.language);
  if (!picture) return;
  yield {
    key: `${at}/timeline`,
    blocks: [
      words.paragraph(words.t('say.timeline')),
      { type: 'figure', caption: words.t('say.timeline.caption'), picture },
    ],
    sources: [],
  };
};
