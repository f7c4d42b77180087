import { can } from '../../../accounts/roles.js';
import { messageText } from '../../../platform/i18n/i18n.js';
import { Conflict } from '../../../platform/web/form.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import type { ListedLine } from '../../access/load-listed.js';
import type { SeenEntry } from '../../access/seen-entry.js';
import { reporterLabel } from '../../entries/labels.js';
import { Content } from '../../entries/views/content.js';
import { EntryTitle } from '../../entries/views/entry-title.js';
import { EvidenceList } from '../../evidence/views/evidence.js';
import { MOST_AT_ONCE, tickOf } from '../ticks.dto.js';
import { TickBar } from './tick-bar.js';

export interface WaitingFormProps {
  mechanismId: string;
  entries: readonly ListedLine[];
  /** What they say, by entry; of those that are not in it, only what they are about. */
  words: ReadonlyMap<string, SeenEntry>;
  /** What was ticked, and why it was not taken. */
  state: FormState;
  tickAll: boolean;
}

/** Entries that wait for a mechanism's secretariat, each with a tick, and the buttons for those ticked and for all. */
export function WaitingForm({ mechanismId, entries, words, state, tickAll }: WaitingFormProps) {
  const { t, language, day, csrf, actor } = usePage();
  const ticks = entries.map(({ id, number }) => tickOf({ entryId: id, number }));
  const open = ticks.slice(0, MOST_AT_ONCE);
  const sent = [state.values.answers ?? []].flat() as string[];
  const ticked = new Set(tickAll ? open : sent);
  const sayStatus =
    can(actor, 'plans.edit', mechanismId) &&
    [...words.values()].some(({ content, items }) => content.status && items.length > 0);
  const errors = Object.entries(state.errors);
  const list = `/mechanisms/${mechanismId}/progress`;
  return (
    <>
      <Conflict state={state} />
      {errors.length > 0 && (
        <div class="errors" role="alert" tabIndex={-1} autofocus>
          <h2>{t('collect.noneAccepted')}</h2>
          <ul>
            {errors.map(([name, message]) => (
              <li key={name}>{messageText(t, message)}</li>
            ))}
          </ul>
        </div>
      )}
      <form method="post" action={`${list}/acceptance`} id="ticks">
        <input type="hidden" name="_csrf" value={csrf} />
        <ul class="plain waiting">
          {entries.map((entry, index) => {
            const tick = ticks[index]!;
            const said = words.get(entry.id);
            const why = state.errors[`answers.${tick}`];
            return (
              <li key={entry.id} class="card answer-card">
                <div class="answer-head">
                  <label class="choice">
                    <input type="checkbox" name="answers" value={tick} checked={ticked.has(tick)} />
                    <span>
                      <bdi>{reporterLabel(entry, t, language)}</bdi>
                    </span>
                  </label>
                  <a class="about" href={`/progress/${entry.id}`}>
                    <EntryTitle entry={entry} />
                  </a>
                  <span class="quiet">
                    {t('when.range', { from: day(entry.periodStart), until: day(entry.periodEnd) })}
                  </span>
                </div>
                {why && <p class="error">{messageText(t, why)}</p>}
                {said && (
                  <div class="answer-words">
                    <Content entry={said} />
                    {said.evidence.length > 0 && <EvidenceList evidence={said.evidence} />}
                  </div>
                )}
              </li>
            );
          })}
        </ul>
        <TickBar
          open={open}
          tickAll={`${list}?state=submitted&tick=all#ticks`}
          setStatus={sayStatus ? state.values.setStatus === 'on' : null}
        />
      </form>
    </>
  );
}
