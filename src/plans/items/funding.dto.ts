import { wrong } from '../../platform/http/field.js';
import { Text } from '../../platform/http/fields.js';
import { type Funding, isAmount, isCurrency } from './funding.js';

const Amount = () =>
  Text(30, {
    optional: true,
    parse: (typed) => {
      const amount = typed.replace(/[\s\u00a0\u202f]/g, '');
      return isAmount(amount) ? amount : wrong('error.amount');
    },
  });

export class FundingInput implements Funding {
  @Text(3, {
    optional: true,
    parse: (typed) => (isCurrency(typed.toUpperCase()) ? typed.toUpperCase() : wrong('error.currency')),
  })
  currency!: string | null;
  @Amount() needed!: string | null;
  @Amount() pledged!: string | null;
  @Amount() gap!: string | null;
}

/** Nothing stated becomes null. */
export const statedFunding = (funding: Funding): Funding | null =>
  funding.needed || funding.pledged || funding.gap || funding.currency ? funding : null;
