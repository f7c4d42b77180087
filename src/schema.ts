import { Account, RoleGrant } from './accounts/account.entity.js';
import { ApiToken, OneTimeLink, Session, SignInFailures } from './accounts/credential.entity.js';
import { Clearance, ClearanceEvent, ClearanceSetting } from './clearance/clearance.entity.js';
import { Indicator, Reading } from './indicators/indicator.entity.js';
import { ConversationMessage, ConversationRead } from './conversations/conversation.entity.js';
import { Membership, Mechanism, Term } from './mechanisms/mechanism/mechanism.entity.js';
import { Task } from './mechanisms/tasks/task.entity.js';
import { CalendarFeed } from './meetings/calendar/calendar-feed.entity.js';
import { Decision, DecisionItem } from './meetings/decisions/decision.entity.js';
import { AdoptedPlan, AgendaItem, Meeting, MeetingDocument } from './meetings/meeting/meeting.entity.js';
import { AuditEvent } from './platform/database/history.js';
import { MailboxMail, OutgoingMessage } from './platform/mail/message.entity.js';
import { Amendment, AmendmentChange } from './plans/amendments/amendment.entity.js';
import {
  ItemObjective,
  ItemOwner,
  ItemPrinciple,
  ItemReference,
  Plan,
  PlanItem,
} from './plans/plan/plan.entity.js';
import { PlanImport } from './exchange/plan-import.entity.js';
import {
  Practice,
  PracticeComment,
  PracticeReviewer,
  PracticeShare,
  PracticeVolunteer,
} from './practices/practice.entity.js';
import { SupportOffer, SupportRequest } from './support/support.entity.js';
import { Priority } from './plans/priorities/priority.entity.js';
import { Disclosure, Entry, EntryItem, EntryVersion, Evidence } from './progress/entries/entry.entity.js';
import { ReportedDays } from './progress/board/reported-days.entity.js';
import { EntryWording } from './progress/summaries/wording.entity.js';
import { Delivery, ReminderRule, ReminderWish } from './reminders/reminder.entity.js';
import {
  AnswerLink,
  Round,
  RoundAddressee,
  RoundAnswer,
  RoundQuestion,
} from './rounds/round/round.entity.js';
import { FrozenEntry } from './reviews/submissions/frozen-entry.entity.js';
import { Submission, SubmissionFreeze, SubmissionSection } from './reviews/submissions/submission.entity.js';
import { FirstTables1764000000000 } from '../migrations/1764000000000-first-tables.js';
import { FullPlanModel1764100000000 } from '../migrations/1764100000000-full-plan-model.js';
import { PlanImports1764120000000 } from '../migrations/1764120000000-plan-imports.js';
import { Indicators1764130000000 } from '../migrations/1764130000000-indicators.js';
import { Release1764160000000 } from '../migrations/1764160000000-release.js';
import { Rounds1764170000000 } from '../migrations/1764170000000-rounds.js';
import { Meetings1764140000000 } from '../migrations/1764140000000-meetings.js';
import { Board1764150000000 } from '../migrations/1764150000000-board.js';
import { Conversations1764180000000 } from '../migrations/1764180000000-conversations.js';
import { Practices1764190000000 } from '../migrations/1764190000000-practices.js';
import { Clearance1764195000000 } from '../migrations/1764195000000-clearance.js';
import { Search1764150100000 } from '../migrations/1764150100000-search.js';

/** Every table, and every step that made them. One chain for both databases. */
export const entities = [
  AuditEvent,
  OutgoingMessage,
  MailboxMail,
  Account,
  RoleGrant,
  Session,
  OneTimeLink,
  ApiToken,
  SignInFailures,
  Mechanism,
  Membership,
  Term,
  Task,
  Plan,
  PlanItem,
  ItemOwner,
  ItemObjective,
  ItemPrinciple,
  ItemReference,
  Amendment,
  AmendmentChange,
  Priority,
  PlanImport,
  Indicator,
  Reading,
  Meeting,
  AgendaItem,
  MeetingDocument,
  AdoptedPlan,
  Decision,
  DecisionItem,
  CalendarFeed,
  ConversationMessage,
  ConversationRead,
  Entry,
  EntryItem,
  EntryVersion,
  Disclosure,
  Evidence,
  EntryWording,
  Practice,
  PracticeShare,
  PracticeReviewer,
  PracticeVolunteer,
  PracticeComment,
  SupportRequest,
  SupportOffer,
  Round,
  RoundQuestion,
  RoundAddressee,
  RoundAnswer,
  AnswerLink,
  ReportedDays,
  ReminderRule,
  Delivery,
  ReminderWish,
  ClearanceSetting,
  Clearance,
  ClearanceEvent,
  Submission,
  SubmissionSection,
  SubmissionFreeze,
  FrozenEntry,
];

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
];
