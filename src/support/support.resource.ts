import type { SupportOffer, SupportRequest } from './support.entity.js';
import type { SeenRequest } from './support-query.service.js';
import { supportWorkflow } from './support.workflow.js';

/** A request as a list shows it. */
export const requestResource = (request: SupportRequest) => ({
  id: request.id,
  mechanismId: request.mechanismId,
  requester: request.requester,
  kind: request.kind,
  title: request.title,
  language: request.language,
  text: request.text,
  objectives: request.objectives,
  periodStart: request.periodStart,
  periodEnd: request.periodEnd,
  contact: request.contact,
  state: request.state,
  createdAt: request.createdAt,
});

/** A request by itself, with the answers in sight; to whom it is released is told to its own people only. */
export const seenRequestResource = ({ request, sights, offers }: SeenRequest) => ({
  ...requestResource(request),
  offers: offers.map(offerResource),
  ...(sights.includes('own') && {
    entryId: request.entryId,
    release: {
      toSecretariat: request.toSecretariat,
      toPartners: request.toPartners,
      toMembers: request.toMembers,
      offersToSecretariat: request.offersToSecretariat,
    },
    nextStates: supportWorkflow.allowedMoves(request.state),
    version: request.version,
  }),
});

export const offerResource = ({ id, partner, text, contact, at }: SupportOffer) => ({
  id,
  partner,
  text,
  contact,
  at,
});
