import type { ComponentChildren } from 'preact';
import { can } from '../../../accounts/roles.js';
import { messageText } from '../../../platform/i18n/i18n.js';
import { Conflict } from '../../../platform/web/form.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import type { Round } from '../../round/round.entity.js';
import { MOST_AT_ONCE } from '../../../progress/acceptance/ticks.dto.js';
import { TickBar } from '../../../progress/acceptance/views/tick-bar.js';
import type { DeskAnswer, Part } from '../desk.service.js';
import { answerLines, type AnswerLine } from '../answer-lines.js';
import { AnswerCard } from './answer-card.js';

export interface TickFormProps {
  round: Round;
  part: Part;
  /** Those that were received. */
  answers: readonly DeskAnswer[];
  /** What was ticked, and why it was not taken. */
  state: FormState;
  tickAll: boolean;
  heading: (answer: DeskAnswer) => ComponentChildren;
}

/** Answers to read, each with a tick where it may be accepted, and one button for those ticked. */
export function TickForm({ round, part, answers, state, tickAll, heading }: TickFormProps) {
  const { csrf, actor } = usePage();
  const lines = answerLines(answers, round.mechanismId);
  const open = lines.flatMap(({ tick }) => tick ?? []).slice(0, MOST_AT_ONCE);
  const sayStatus =
    can(actor, 'plans.edit', round.mechanismId) &&
    lines.some(({ tick, answer: { entry } }) => tick && entry?.content.status && entry.items.length > 0);
  const sent = [state.values.answers ?? []].flat() as string[];
  const ticked = new Set(tickAll ? open : sent);
  const here = part.delegation
    ? `/rounds/${round.id}/addressees/${part.delegation}?tick=all`
    : `/rounds/${round.id}/answers?question=${part.question}&tick=all`;
  return (
    <>
      <Conflict state={state} />
      <Problems {...{ lines, state }} />
      <form method="post" action={`/rounds/${round.id}/answers/acceptance`} id="ticks">
        <input type="hidden" name="_csrf" value={csrf} />
        {Object.entries(part).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {lines.map((line) => (
          <AnswerCard
            key={line.answer.id}
            {...{ line, ticked }}
            error={errorOf(line, state)}
            heading={heading(line.answer)}
          />
        ))}
        <TickBar
          open={open}
          tickAll={`${here}#ticks`}
          setStatus={sayStatus ? state.values.setStatus === 'on' : null}
        />
      </form>
    </>
  );
}

/** What was ticked may be an earlier version by now. */
const isOf = ({ answer }: AnswerLine, name: string) =>
  answer.entry !== null && name.startsWith(`answers.${answer.entry.id}:`);
const errorOf = (line: AnswerLine, { errors }: FormState) =>
  Object.entries(errors).find(([name]) => isOf(line, name))?.[1];

/** Why nothing was accepted, with the way to each answer. */
function Problems({ lines, state }: { lines: readonly AnswerLine[]; state: FormState }) {
  const { t } = usePage();
  const errors = Object.entries(state.errors);
  if (errors.length === 0) return null;
  return (
    <div class="errors" role="alert" tabIndex={-1} autofocus>
      <h2>{t('collect.noneAccepted')}</h2>
      <ul>
        {errors.map(([name, message]) => {
          const line = lines.find((one) => isOf(one, name));
          const text = messageText(t, message);
          return <li key={name}>{line ? <a href={`#a-${line.answer.id}`}>{text}</a> : text}</li>;
        })}
      </ul>
    </div>
  );
}
