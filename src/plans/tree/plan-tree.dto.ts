import { wrong } from '../../platform/http/field.js';
import { Flag, Uuid, Whole } from '../../platform/http/fields.js';
import { Parsed } from '../../platform/http/list-fields.js';

const id = Uuid().reader;

/** An address is typed, shortened, pasted: what is no id or number is as if it were not there. */
export class TreeQuery {
  @Uuid({ optional: true, otherwise: null }) under!: string | null;
  @Uuid({ optional: true, otherwise: null }) at!: string | null;
  @Whole(0, 1_000_000, { otherwise: 0 }) from!: number;
}
export class PlaceQuery {
  /** Under which item places are offered: left out, around where it stands; empty, at the top. */
  @Uuid({ optional: true, default: undefined, otherwise: undefined }) under?: string | null;
  @Whole(0, 1_000_000, { otherwise: 0 }) from!: number;
}
export class BranchQuery {
  @Uuid({ optional: true, otherwise: null }) under!: string | null;
  @Whole(1, 1_000_000, { optional: true }) from!: number | null;
  @Flag() closed!: boolean;
}

export class ItemsQuery {
  /** `top`, or the id of an item. */
  @Parsed(
    (raw) => {
      if (raw === undefined || raw === 'top') return raw;
      const read = id.read(raw);
      return typeof read === 'string' ? read : wrong('error.wrongType');
    },
    { type: 'string' },
  )
  under?: string;
  /** The cursor of the page before. */
  @Whole(0, 1_000_000, { ifMissing: 0 }) from!: number;
}
