import type { SupportRequest } from '../support.entity.js';

/** A request as its form sends it back. */
export const requestValues = (request: SupportRequest) => ({
  kind: request.kind,
  title: request.title,
  language: request.language,
  text: request.text,
  objectives: request.objectives.map(String),
  periodStart: request.periodStart,
  periodEnd: request.periodEnd,
  contact: request.contact,
  version: request.version,
});
