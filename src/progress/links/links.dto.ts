import { OneOf, Text, Uuid } from '../../platform/http/fields.js';
import { ListOf } from '../../platform/http/list-fields.js';
import { localPath } from '../../platform/http/local-path.js';
import { type Use, USES } from '../release/release-uses.js';

/** Items of another mechanism's plan an entry is linked to, and what may be done with it there: asked anew for each. */
export class EntryLinkInput {
  @ListOf(Uuid()) items!: string[];
  /** A form's line of codes in one of the mechanism's plans. */
  @Text(500, { optional: true }) itemCodes?: string | null;
  @Uuid({ omittable: true }) plan?: string;
  /** What is allowed there; nothing of it when left out. */
  @ListOf(OneOf(USES)) uses!: Use[];
}

/** Where to lead back to; what is no page here is left out. */
const Back = () => Text(300, { omittable: true, parse: (path) => localPath(path) ?? undefined });

/** The same from a form, which names the mechanism in a field. */
export class EntryLinkForm extends EntryLinkInput {
  @Text(36) mechanismId!: string;
  @Back() back?: string;
}

export class UnlinkInput {
  @Text(36) mechanismId!: string;
}

/** What a link is asked for: an item, or a mechanism whose items are still to be chosen. */
export class LinkQuery {
  @Uuid({ omittable: true }) item?: string;
  @Text(36, { optional: true }) mechanism?: string | null;
  @Back() back?: string;
}

export class OffersQuery {
  /** For whom one speaks: `state:KEN`, `partner:Name`; without it, the first the caller speaks for. */
  @Text(130, { optional: true }) as?: string | null;
}
