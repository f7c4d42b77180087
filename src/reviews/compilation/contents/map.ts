import type { CompileContent } from './content.js';

/** The map of membership, as a picture. It draws no boundaries. */
export const mapContent: CompileContent = function* ({ at, material }, words) {
  const picture = material.pictures?.get('map')?.get(words.language);
  if (!picture) return;
  const { t } = words;
  yield {
    key: `${at}/map`,
    blocks: [
      { type: 'figure', caption: t('say.map.caption'), picture },
      {
        type: 'paragraph',
        style: 'note',
        direction: words.direction,
        runs: [{ text: [t('say.map.legend'), t('map.noBoundaries'), t('map.disclaimer')].join(' ') }],
      },
    ],
    sources: [],
  };
};
