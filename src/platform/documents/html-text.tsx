import { Fragment } from 'preact';
import type { Labels } from './document.js';
import type { PreparedRun } from './prepared.js';

function Formatted({ run: { text, bold, italic, link, language, direction } }: { run: PreparedRun }) {
  let content = <Lines text={text} />;
  if (italic) content = <i>{content}</i>;
  if (bold) content = <b>{content}</b>;
  if (link) content = <a href={link}>{content}</a>;
  if (!language && !direction) return content;
  return (
    <span lang={language} dir={direction}>
      {content}
    </span>
  );
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
      {runs.map((run) => (
        <>
          <Formatted run={run} />
          {run.note !== undefined && <NoteMark note={run.note} labels={labels} />}
        </>
      ))}
    </>
  );
}
