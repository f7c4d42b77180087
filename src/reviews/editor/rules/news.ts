import type { Passage } from '../../passages/passage.entity.js';
import type { PassageNews } from '../../passages/passage.js';

/** How a passage stands towards its sources; `masked`: one of them may not be used any more as it was taken. */
export function newsOf(
  {
    state,
    gone,
    key,
    takenSeal,
    compiledSeal,
  }: Pick<Passage, 'state' | 'gone' | 'key' | 'takenSeal' | 'compiledSeal'>,
  masked: boolean,
): PassageNews {
  if (masked) return 'withdrawn';
  if (key === null || state !== 'edited') return 'none';
  if (gone) return 'gone';
  return compiledSeal !== takenSeal ? 'changed' : 'none';
}
