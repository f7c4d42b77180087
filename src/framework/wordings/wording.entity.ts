import { Entity, Index } from 'typeorm';
import { Id, Int, Moment, Ref, Short, Text, Version } from '../../platform/database/columns.js';
import type { FrameworkLanguage } from '../framework.types.js';

/** The official title of an objective in a language of which the catalogue has none that is verified. */
@Entity('wording')
@Index(['objective', 'language'], { unique: true })
export class Wording {
  @Id() id!: string;
  @Int() objective!: number;
  @Short(2) language!: FrameworkLanguage;
  @Text() text!: string;
  /** Where it is published: the symbol of a document, or its address. */
  @Text() source!: string;
  @Ref() enteredById!: string;
  /** Their name when they entered it. */
  @Short(200) enteredBy!: string;
  @Moment() enteredAt!: Date;
  @Version() version!: number;
}
