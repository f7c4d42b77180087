import { WritingTools } from '../../../platform/web/writing/writing-tools.js';
import { placeCrumb } from '../../../mechanisms/mechanism/views/parts.js';
import type { Readers } from '../../../mechanisms/readers/readers.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { Hidden } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import { type FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { savingTo } from '../../../platform/web/kept/save-status.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import type { QuestionAnswerWithPrevious } from '../addressee-answers.service.js';
import type { SheetOffers } from '../answer-offers.service.js';
import type { RoundAddressee } from '../../round/round.entity.js';
import { addresseeName } from '../../round/round.view.js';
import type { FileNotices } from '../../word-form/filled-form.js';
import { reviewIn } from '../../word-form/reviewed-file.dto.js';
import { FileNotes } from '../../word-form/views/file-notes.js';
import { Leftovers } from '../../word-form/views/leftovers.js';
import type { Transcript } from '../../transcripts/transcript.entity.js';
import { RefuseTranscript, TranscriptNotice } from '../../transcripts/views/transcript-notice.js';
import type { LetterFile } from '../../letter/letter-file.entity.js';
import { FileNames } from '../../letter/views/files.js';
import { Question } from './answer-question.js';
import { AutosaveStatus } from './autosave-status.js';
import { SheetButtons } from './sheet-buttons.js';
import { Audience } from './audience.js';
import { usesOf } from '../../uses/views/decide-on-use.js';

interface AnswerSheetProps {
  addressee: RoundAddressee;
  mechanismName: string;
  lines: QuestionAnswerWithPrevious[];
  offers: SheetOffers;
  /** Where the form posts to; everything else lies below. */
  base: string;
  state: FormState;
  /** Where links for colleagues are given and listed. */
  links: string;
  /** Whose words the browser keeps, when not those of an account: the id of the answer link. */
  holder?: string;
  /** Whether the reader is signed in, and so chooses how far answers are seen. */
  signedIn: boolean;
  /** What a Word file says beside its words; what was read of it stands in the values, under `file`. */
  notices?: FileNotices;
  /** What goes with the call, and where it is opened. */
  files: readonly LetterFile[];
  filesAt: string;
  /** What the secretariat typed for the delegation, and waits for it. */
  waits: Transcript | null;
  /** The same, when the values are its words, to be confirmed. */
  transcript?: Transcript;
  /** Who reads in the mechanism; null to who is not signed in. */
  readers: Readers | null;
  /** Who gave the reader a link that writes and decides nothing; null for who hands in. */
  writesFor: string | null;
}

/** Everything one delegation is asked in a round, on one page, beside what it said last time. */
export function AnswerSheetPage(props: AnswerSheetProps) {
  const { t, language, day } = usePage();
  const { addressee, lines, offers, base, state, signedIn, writesFor, waits, transcript } = props;
  const file = reviewIn(state.values);
  const { round } = addressee;
  const title = rendition(round.title, language);
  const declined = addressee.state === 'declined' && !transcript;
  const reporterKind = addressee.kind;
  const typed = `${base}/transcript`;
  return (
    <Layout
      title={title.text}
      titleLanguage={title.language}
      crumbs={[placeCrumb(addressee.round.mechanismId)]}
      help="answering"
      signInTo={`/rounds/${addressee.round.id}`}
    >
      <p>
        <strong>
          <bdi>{addresseeName(addressee, language)}</bdi>
        </strong>{' '}
        · {props.mechanismName} · {t('answering.until', { day: day(round.dueDay) })}
      </p>
      {round.reason && (
        <p>
          <LocalizedText value={round.reason} />
        </p>
      )}
      {props.files.length > 0 && <FileNames files={props.files} base={props.filesAt} />}
      {declined ? (
        <p class="notice">{t('round.own.declined')}</p>
      ) : (
        <p class="quiet">{t(signedIn ? 'round.voluntary' : 'round.voluntaryByLink')}</p>
      )}
      {lines.some(({ keptBack }) => keptBack) && <p class="notice">{t('clearance.handedIn')}</p>}
      {writesFor !== null && <p class="notice">{t('answering.writesFor', { giver: writesFor })}</p>}
      {file && <FileNotes file={file} notices={props.notices} />}
      {waits && <TranscriptNotice transcript={waits} href={transcript ? undefined : typed} />}
      {transcript && <Conflict state={state} />}
      {!file && !transcript && (
        <SheetButtons {...{ base, lines, declined }} decides={writesFor === null} links={props.links} />
      )}
      {!declined && <WritingTools />}
      {!declined && (
        <Form
          action={transcript ? typed : base}
          state={state}
          submit={t(transcript ? 'transcript.confirm' : 'answering.keep')}
          second={!transcript}
          cancel={file || transcript ? base : undefined}
          attributes={file || transcript ? {} : savingTo(`${base}/autosave`)}
          kept={{
            ...(props.holder ? { holder: props.holder, offline: '/answer/' } : { opened: [base] }),
            // What the secretariat typed stands on the server, and nobody here typed it.
            unsaved: !!file,
          }}
          extra={
            !transcript && (
              <button type="submit" name="intent" value={writesFor === null ? 'hand-in' : 'ready'}>
                {writesFor === null ? t('answering.handIn') : t('answering.ready', { giver: writesFor })}
              </button>
            )
          }
        >
          {/* What Enter in a field presses; without it that would be a question's own button. */}
          {!transcript && <button type="submit" name="intent" value="keep" hidden />}
          {transcript && <Hidden name="version" value={transcript.version} />}
          {lines.map((line, index) => (
            <Question
              key={line.answer.id}
              {...{ line, state, offers, base }}
              status={file?.boxes[line.answer.id]}
              uses={signedIn}
              decides={writesFor === null && !transcript}
              beside={transcript !== undefined}
              number={index + 1}
            />
          ))}
          {file && <Leftovers leftovers={file.leftovers} lines={lines} />}
          {signedIn && (
            <Audience chooser={{ mechanism: props.mechanismName, readers: props.readers, reporterKind }} />
          )}
          {!signedIn && writesFor === null && (
            <p class="notice">
              {t('answering.audienceByLink')} <a href={usesOf(addressee)}>{t('uses.title')}</a>
            </p>
          )}
          <AutosaveStatus lines={lines} state={state} />
        </Form>
      )}
      {transcript && <RefuseTranscript transcript={transcript} action={typed} />}
    </Layout>
  );
}
