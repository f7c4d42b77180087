import { createContext, Fragment } from 'preact';
import { useContext } from 'preact/hooks';
import type { Direction, Labels } from '../document.js';
import { isolateFigures } from '../figures-apart.js';
import type { PreparedRun } from '../prepared.js';

/** Which way the document runs. */
export const Way = createContext<Direction>('ltr');

/** A text with its line breaks; figures keep their way in a text that runs from right to left. */
export function Said({ text }: { text: string }) {
  const parts = isolateFigures(text, useContext(Way)).split(/\u2066([^\u2066\u2069]*)\u2069/);
  return <>{parts.map((part, index) => (index % 2 ? <bdi dir="ltr">{part}</bdi> : <Lines text={part} />))}</>;
}

const Lines = ({ text }: { text: string }) => (
  <>
    {text.split('\n').map((line, index) => (
      <Fragment key={index}>
        {index > 0 && <br />}
        {line}
      </Fragment>
    ))}
  </>
);

function Formatted({ run: { text, bold, italic, link, see, language, direction } }: { run: PreparedRun }) {
  const address = link ?? (see && `#${see.anchor}`);
  let content = <Said text={text} />;
  if (italic) content = <i>{content}</i>;
  if (bold) content = <b>{content}</b>;
  if (address) content = <a href={address}>{content}</a>;
  if (!language && !direction) return content;
  return (
    <span lang={language} dir={direction}>
      {content}
    </span>
  );
}

const NoteMark = ({ note, labels }: { note: number; labels: Labels }) => (
  <sup>
    <a id={`mark-${note}`} href={`#note-${note}`} role="doc-noteref" aria-label={`${labels.note} ${note}`}>
      {note}
    </a>
  </sup>
);

/** Text with its bold, italic, links and note marks. */
export function Runs({ runs, labels }: { runs: PreparedRun[]; labels: Labels }) {
  return (
    <>
      {alongside(runs).map((some) => {
        const [first] = some;
        if (!first?.direction || some.length === 1) return <Marked runs={some} labels={labels} />;
        const inside = some.map(({ direction: _direction, ...run }) => run);
        return (
          <span dir={first.direction}>
            <Marked runs={inside} labels={labels} />
          </span>
        );
      })}
    </>
  );
}

const Marked = ({ runs, labels }: { runs: PreparedRun[]; labels: Labels }) => (
  <>
    {runs.map((run) => (
      <>
        <Formatted run={run} />
        {run.note !== undefined && <NoteMark note={run.note} labels={labels} />}
      </>
    ))}
  </>
);

/** Runs of one direction beside each other: each on its own, they would change places in a text of the other. */
function alongside(runs: PreparedRun[]): PreparedRun[][] {
  const groups: PreparedRun[][] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last && last[0]!.direction === run.direction) last.push(run);
    else groups.push([run]);
  }
  return groups;
}

/** "Table 3. States and their plans" */
export const Caption = ({ of: { label, caption } }: { of: { label?: string; caption?: string } }) => (
  <>
    {label && (
      <>
        <span class="label">
          <Said text={label} />.
        </span>{' '}
      </>
    )}
    <Said text={caption ?? ''} />
  </>
);
