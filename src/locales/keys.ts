import type answerLinks from './en/answer-links.json';
import type answering from './en/answering.json';
import type accounts from './en/accounts.json';
import type accountsKept from './en/accounts-kept.json';
import type audit from './en/audit.json';
import type credentials from './en/credentials.json';
import type editor from './en/editor.json';
import type exchange from './en/exchange.json';
import type board from './en/board.json';
import type choosing from './en/choosing.json';
import type clearance from './en/clearance.json';
import type compiled from './en/compiled.json';
import type collecting from './en/collecting.json';
import type conversations from './en/conversations.json';
import type framework from './en/framework.json';
import type help from './en/help.json';
import type indicators from './en/indicators.json';
import type invitations from './en/invitations.json';
import type kept from './en/kept.json';
import type look from './en/look.json';
import type mails from './en/mails.json';
import type mechanisms from './en/mechanisms.json';
import type outages from './en/outages.json';
import type palette from './en/palette.json';
import type planTable from './en/plan-table.json';
import type meetings from './en/meetings.json';
import type planModel from './en/plan-model.json';
import type plans from './en/plans.json';
import type platform from './en/platform.json';
import type practices from './en/practices.json';
import type presses from './en/presses.json';
import type progress from './en/progress.json';
import type release from './en/release.json';
import type readers from './en/readers.json';
import type reminders from './en/reminders.json';
import type replies from './en/replies.json';
import type reviewCycles from './en/review-cycles.json';
import type reviews from './en/reviews.json';
import type rounds from './en/rounds.json';
import type search from './en/search.json';
import type secondFactor from './en/second-factor.json';
import type seats from './en/seats.json';
import type tracking from './en/tracking.json';
import type transcripts from './en/transcripts.json';
import type uses from './en/uses.json';
import type workplace from './en/workplace.json';
import type pictures from './en/pictures.json';
import type templates from './en/templates.json';
import type opening from './en/opening.json';
import type pledges from './en/pledges.json';
import type styleguide from './en/styleguide.json';
import type support from './en/support.json';

/** English is the catalogue the others follow; a key that is not in it does not compile. */
export type EnglishKey =
  | keyof typeof answering
  | keyof typeof answerLinks
  | keyof typeof tracking
  | keyof typeof transcripts
  | keyof typeof uses
  | keyof typeof workplace
  | keyof typeof platform
  | keyof typeof accounts
  | keyof typeof accountsKept
  | keyof typeof invitations
  | keyof typeof kept
  | keyof typeof look
  | keyof typeof mails
  | keyof typeof audit
  | keyof typeof credentials
  | keyof typeof editor
  | keyof typeof exchange
  | keyof typeof board
  | keyof typeof choosing
  | keyof typeof clearance
  | keyof typeof compiled
  | keyof typeof collecting
  | keyof typeof conversations
  | keyof typeof framework
  | keyof typeof help
  | keyof typeof indicators
  | keyof typeof mechanisms
  | keyof typeof meetings
  | keyof typeof outages
  | keyof typeof palette
  | keyof typeof planModel
  | keyof typeof plans
  | keyof typeof planTable
  | keyof typeof practices
  | keyof typeof presses
  | keyof typeof progress
  | keyof typeof release
  | keyof typeof readers
  | keyof typeof reminders
  | keyof typeof replies
  | keyof typeof reviewCycles
  | keyof typeof reviews
  | keyof typeof rounds
  | keyof typeof search
  | keyof typeof secondFactor
  | keyof typeof seats
  | keyof typeof pictures
  | keyof typeof templates
  | keyof typeof opening
  | keyof typeof pledges
  | keyof typeof styleguide
  | keyof typeof support;
