import { placeCrumb } from '../../../mechanisms/mechanism/views/parts.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Content } from '../../../progress/entries/views/content.js';
import type { QuestionAnswer } from '../answer-query.service.js';
import type { RoundAddressee } from '../../round/round.entity.js';
import { DecideOnUse } from '../../uses/views/decide-on-use.js';
import { addresseeName } from '../../round/round.view.js';
import { QuestionTitle } from '../../round/views/parts.js';
import type { Transcript } from '../../transcripts/transcript.entity.js';
import { TranscriptNotice } from '../../transcripts/views/transcript-notice.js';

interface HandedInProps {
  addressee: RoundAddressee;
  mechanismName: string;
  lines: QuestionAnswer[];
  /** What the secretariat typed for the delegation after it, and waits for somebody who signs in. */
  waits: Transcript | null;
  /** Whether whoever holds the link speaks for the delegation. */
  decides: boolean;
}

/** What a link shows once the answers are with the secretariat: what was handed in, to be read. */
export function HandedInPage({ addressee, mechanismName, lines, waits, decides }: HandedInProps) {
  const { t, language, moment } = usePage();
  const title = rendition(addressee.round.title, language);
  const typed = `/rounds/${addressee.round.id}/addressees/${addressee.id}/answers/transcript`;
  return (
    <Layout
      title={t('answering.doneTitle')}
      crumbs={[placeCrumb(addressee.round.mechanismId)]}
      signInTo={`/rounds/${addressee.round.id}`}
    >
      <p>
        <strong>
          <bdi>{addresseeName(addressee, language)}</bdi>
        </strong>{' '}
        · {mechanismName} · <span lang={title.language}>{title.text}</span>
        {addressee.handedInAt && <> · {moment(addressee.handedInAt)}</>}
      </p>
      <p>{t('answering.doneText')}</p>
      {decides && lines.some(({ entry }) => entry) && <DecideOnUse addressee={addressee} />}
      {waits && <TranscriptNotice transcript={waits} href={typed} />}
      {lines.map((line) => (
        <section key={line.answer.id} class="card">
          <h2>
            <QuestionTitle question={line.question} plain />
          </h2>
          <Said line={line} />
        </section>
      ))}
    </Layout>
  );
}

/** The text that was handed in last; its delegation may be at work on another by now. */
function Said({ line: { answer, entry, withheld } }: { line: QuestionAnswer }) {
  const { t } = usePage();
  const said = entry?.versions.find(({ number }) => number === entry.number);
  if (said) return <Content entry={said} />;
  const why = withheld ? 'answering.withheld' : answer.declinedAt ? 'round.prefersNot' : 'round.noAnswer';
  return <p class="quiet">{t(why)}</p>;
}
