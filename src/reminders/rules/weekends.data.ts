/** Days of the week, Monday is 1. */
export interface Weekend {
  days: readonly number[];
  source: string;
}

/**
 * Week-ends that CLDR 48 does not have: for a region it does not know it says Saturday and Sunday. By ISO 3166-1
 * alpha-2 code, only those that a source states for public offices.
 */
export const weekends: Readonly<Record<string, Weekend | undefined>> = {
  BD: {
    days: [5, 6],
    source: 'Cabinet Secretary, 5 April 2021: Fridays and Saturdays remain the weekend (en.prothomalo.com)',
  },
  BN: {
    days: [5, 7],
    source:
      'Working hours of ministries in Ramadan: Monday to Thursday and Saturday (Radio Television Brunei, on bruneinewsgazette.com)',
  },
  DJ: {
    days: [5, 6],
    source:
      'Council of Ministers, 6 December 2016: public offices work from Sunday to Thursday from 1 January 2017 (human-village.org, article 258)',
  },
  MV: {
    days: [5, 6],
    source:
      'Public offices work from Sunday to Thursday (tradeportal.accio.gencat.cat, Maldives, business hours, May 2024)',
  },
  PS: {
    days: [5, 6],
    source: 'Government institutions are closed on Friday and Saturday (bnews.ps, 12845, November 2019)',
  },
  SO: {
    days: [5],
    source:
      'Friday is the official weekly day off; many work on Saturday and Sunday (trtafrika.com, on Ramadan hours)',
  },
};
