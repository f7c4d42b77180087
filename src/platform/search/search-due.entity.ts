import { Entity, Index } from 'typeorm';
import { Id, Ref, Short } from '../database/columns.js';

/**
 * A thing that changed and is to be indexed: written with the change, gone once the index has what was committed then.
 * Until then what it hides is not found, whatever the index says.
 */
@Entity('search_due')
@Index(['kind', 'subjectId'])
export class SearchDue {
  @Id() id!: string;
  @Short(20) kind!: string;
  @Ref() subjectId!: string;
  /** How the layers begin that somebody may read less in than before: `''` all of them, null none. */
  @Short(60, { nullable: true }) hides!: string | null;
}
