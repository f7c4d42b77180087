/** For test/browser/product.ts, which asks for the moves by this name. Remove once it asks SubmissionsService. */
export { SubmissionsService as SubmissionMoves } from './submissions.service.js';
