import type { ComponentChildren } from 'preact';
import { listFormat } from '../../platform/i18n/listed.js';
import { usePage } from '../../platform/web/page-context.js';
import { actionRef, objectiveHref, objectiveAbout, objectiveLabel } from '../framework.js';

export interface RefToObjective {
  number: number;
  /** Of one of its actions; empty for the objective as a whole. */
  letter?: string;
}

interface ObjectiveRefProps extends RefToObjective {
  class?: string;
  /** What is shown in place of the number alone; then the whole title is what the link is called, where the language has one. */
  children?: ComponentChildren;
}

/** "9" or "8(a)" wherever it stands: a link to what it means, with the objective's short title. */
export function ObjectiveRef({ number, letter = '', class: style, children }: ObjectiveRefProps) {
  const { language } = usePage();
  const text = children ? objectiveAbout(number, language) : objectiveLabel(number, language).text;
  return (
    <a class={style} href={objectiveHref(number, letter)} title={text}>
      {children ?? <Ref {...{ number, letter }} />}
    </a>
  );
}

/** The number alone; a letter stands after it in every language. */
const Ref = ({ number, letter }: RefToObjective) =>
  letter ? <bdi dir="ltr">{actionRef(number, letter)}</bdi> : <>{number}</>;

/** Several within a sentence: `of` makes the sentence around a place for the list. */
export function ObjectiveRefs({
  refs,
  of,
}: {
  refs: readonly RefToObjective[];
  of: (list: string) => string;
}) {
  const { language } = usePage();
  const [before, after] = of(PLACE).split(PLACE);
  const parts = listFormat(language, 'unit').formatToParts(refs.map((_, index) => String(index)));
  return (
    <>
      {before}
      {parts.map(({ type, value }, index) =>
        type === 'element' ? <ObjectiveRef key={index} {...refs[Number(value)]!} /> : value,
      )}
      {after}
    </>
  );
}

const PLACE = '|';
