import { FirstTables1764000000000 } from './1764000000000-first-tables.js';
import { FullPlanModel1764100000000 } from './1764100000000-full-plan-model.js';
import { PlanImports1764120000000 } from './1764120000000-plan-imports.js';
import { Indicators1764130000000 } from './1764130000000-indicators.js';
import { Meetings1764140000000 } from './1764140000000-meetings.js';
import { Board1764150000000 } from './1764150000000-board.js';
import { Search1764150100000 } from './1764150100000-search.js';
import { Release1764160000000 } from './1764160000000-release.js';
import { Rounds1764170000000 } from './1764170000000-rounds.js';
import { Conversations1764180000000 } from './1764180000000-conversations.js';
import { Practices1764190000000 } from './1764190000000-practices.js';
import { Clearance1764195000000 } from './1764195000000-clearance.js';
import { ReminderSubjects1764200000000 } from './1764200000000-reminder-subjects.js';
import { Versions1764210000000 } from './1764210000000-versions.js';
import { Deeds1764220000000 } from './1764220000000-deeds.js';
import { Seats1764230000000 } from './1764230000000-seats.js';
import { Accounts1764240000000 } from './1764240000000-accounts.js';
import { SecondFactors1764250000000 } from './1764250000000-second-factors.js';
import { Links1764260000000 } from './1764260000000-links.js';
import { MailReasons1764280000000 } from './1764280000000-mail-reasons.js';
import { SearchDue1764291000000 } from './1764291000000-search-due.js';
import { OpenForms1764299000000 } from './1764299000000-open-forms.js';
import { ImportCharacters1764302000000 } from './1764302000000-import-characters.js';
import { CodesWithoutMarks1764302100000 } from './1764302100000-codes-without-marks.js';
import { ItemTexts1764303000000 } from './1764303000000-item-texts.js';
import { Addresses1764304000000 } from './1764304000000-addresses.js';
import { FewestReporters1764304010000 } from './1764304010000-fewest-reporters.js';
import { OwnNames1764304020000 } from './1764304020000-own-names.js';
import { Replies1764305000000 } from './1764305000000-replies.js';
import { Bundles1764305000001 } from './1764305000001-bundles.js';
import { Powers1764306000000 } from './1764306000000-powers.js';
import { Transcripts1764306000001 } from './1764306000001-transcripts.js';
import { CopiedLinks1764308000000 } from './1764308000000-copied-links.js';
import { Tracking1764310000000 } from './1764310000000-tracking.js';
import { CallLetters1764320000000 } from './1764320000000-call-letters.js';
import { NoShortcuts1764380000000 } from './1764380000000-no-shortcuts.js';
import { ItemStatusSet1764390000000 } from './1764390000000-item-status-set.js';
import { ReportedStatus1764390000001 } from './1764390000001-reported-status.js';
import { MechanismNames1764393000000 } from './1764393000000-mechanism-names.js';
import { Looks1764394000000 } from './1764394000000-looks.js';
import { LetterFiles1764394000001 } from './1764394000001-letter-files.js';
import { WaitingSince1764395000000 } from './1764395000000-waiting-since.js';
import { Circulations1764397000000 } from './1764397000000-circulations.js';
import { Wordings1764399000000 } from './1764399000000-wordings.js';
import { Passages1764400000000 } from './1764400000000-passages.js';
import { Documents1764401000000 } from './1764401000000-documents.js';
import { OwnWords1764402000000 } from './1764402000000-own-words.js';
import { KeptCycles1764410000000 } from './1764410000000-kept-cycles.js';
import { DocumentTemplates1764430000000 } from './1764430000000-document-templates.js';
import { Pledges1764431000000 } from './1764431000000-pledges.js';
import { WordUploads1764421000000 } from './1764421000000-word-uploads.js';
import { PassageComments1764420000000 } from './1764420000000-passage-comments.js';
import { SubmissionFiles1764440000000 } from './1764440000000-submission-files.js';
import { FindingsSetAside1764450000020 } from './1764450000020-findings-set-aside.js';

/** Every step that made the tables, in order. One chain for both databases. */
export const migrations = [
  FirstTables1764000000000,
  FullPlanModel1764100000000,
  PlanImports1764120000000,
  Indicators1764130000000,
  Meetings1764140000000,
  Board1764150000000,
  Search1764150100000,
  Release1764160000000,
  Rounds1764170000000,
  Conversations1764180000000,
  Practices1764190000000,
  Clearance1764195000000,
  ReminderSubjects1764200000000,
  Versions1764210000000,
  Deeds1764220000000,
  Seats1764230000000,
  Accounts1764240000000,
  SecondFactors1764250000000,
  Links1764260000000,
  MailReasons1764280000000,
  SearchDue1764291000000,
  OpenForms1764299000000,
  ImportCharacters1764302000000,
  CodesWithoutMarks1764302100000,
  ItemTexts1764303000000,
  Addresses1764304000000,
  FewestReporters1764304010000,
  OwnNames1764304020000,
  Replies1764305000000,
  Bundles1764305000001,
  Powers1764306000000,
  Transcripts1764306000001,
  CopiedLinks1764308000000,
  Tracking1764310000000,
  CallLetters1764320000000,
  NoShortcuts1764380000000,
  ItemStatusSet1764390000000,
  ReportedStatus1764390000001,
  MechanismNames1764393000000,
  Looks1764394000000,
  LetterFiles1764394000001,
  WaitingSince1764395000000,
  Circulations1764397000000,
  Wordings1764399000000,
  Passages1764400000000,
  Documents1764401000000,
  OwnWords1764402000000,
  KeptCycles1764410000000,
  DocumentTemplates1764430000000,
  Pledges1764431000000,
  PassageComments1764420000000,
  WordUploads1764421000000,
  SubmissionFiles1764440000000,
  FindingsSetAside1764450000020,
];
