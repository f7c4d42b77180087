import type { Run } from '../../platform/documents/document.js';
import { LANGUAGES, translator } from '../../platform/i18n/i18n.js';

const SLOT = '\u0000';
/** Sentences that refer to paragraphs, and agree with their number. */
const SENTENCES = ['doc.seeAlso', 'say.practices.inReports'] as const;

/** A reference that shows the number of a paragraph and nothing else. */
const isBare = (run: Run): run is Run & { see: string } => run.see !== undefined && run.text === '';

/**
 * What is said without its references to paragraphs that are not there: each goes with its separator, and where none is
 * left the whole sentence goes.
 */
export function lostReferences(runs: readonly Run[], isThere: (key: string) => boolean): Run[] {
  const bare = runs.filter(isBare);
  const kept = bare.filter(({ see }) => isThere(see));
  if (kept.length === bare.length) return [...runs];
  const first = runs.findIndex(isBare);
  const last = runs.findLastIndex(isBare);
  const [before, after] = [runs.slice(0, first), runs.slice(last + 1)];
  if (kept.length === 0) return withoutSentence(before, after);
  const separators = runs.slice(first, last).filter((run) => !isBare(run));
  const list = kept.flatMap((run, index) => {
    // The last one is the "and".
    const separator = index === kept.length - 1 ? separators.at(-1) : separators[0];
    return index > 0 && separator ? [separator, run] : [run];
  });
  return agreeing(before, list, after, { from: bare.length, to: kept.length });
}

function withoutSentence(before: readonly Run[], after: readonly Run[]): Run[] {
  const [led, ended] = [before.at(-1), after[0]];
  return [
    ...before.slice(0, -1),
    ...(led ? [{ ...led, text: /^.*[.!?؟](?=\s)/su.exec(led.text)?.[0] ?? '' }] : []),
    ...(ended ? [{ ...ended, text: ended.text.replace(/^[^.!?؟]*[.!?؟]/u, '') }] : []),
    ...after.slice(1),
  ].filter(({ text, see }) => text !== '' || see !== undefined);
}

/** "paragraphs 50 and 53" that has lost one of them is "paragraph 53", in every language. */
function agreeing(
  before: readonly Run[],
  list: readonly Run[],
  after: readonly Run[],
  { from, to }: { from: number; to: number },
): Run[] {
  const [led, ended] = [before.at(-1), after[0]];
  if (led && ended)
    for (const language of LANGUAGES)
      for (const key of SENTENCES) {
        const parts = (count: number) =>
          translator(language)(key, { count, list: SLOT, slot: SLOT }).split(SLOT) as [string, string];
        const [[lead, end], [newLead, newEnd]] = [parts(from), parts(to)];
        if (led.text !== lead || !ended.text.startsWith(end)) continue;
        const [start, finish] = [newLead, newEnd + ended.text.slice(end.length)];
        return [{ ...led, text: start }, ...list, { ...ended, text: finish }, ...after.slice(1)];
      }
  return [...before, ...list, ...after];
}
