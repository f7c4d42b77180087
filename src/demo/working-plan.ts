/** A plan that nobody adopted but in this demonstration. */
export interface InventedPlan {
  title: string;
  kind: string;
  levelNames: readonly string[];
  items: readonly {
    code: string;
    title: string;
    parent?: string;
    objectives: readonly string[];
    owners: readonly string[];
    /** Days after the demonstration begins. */
    dueIn?: number;
    status?: string;
  }[];
}

/** The invented plan of a presidency: it gives the demonstration dates and owners, which the two real plans lack. */
export const workingPlan: InventedPlan = {
  title: 'Working plan of the presidency (invented for this demonstration)',
  kind: 'presidency',
  levelNames: ['Theme', 'Activity'],
  items: [
    { code: 'A', title: 'Protection along the route', objectives: ['7', '8'], owners: ['chair'] },
    {
      code: 'A.1',
      parent: 'A',
      title: 'Exchange contact lists of search and rescue centres',
      objectives: ['8(a)'],
      owners: ['state:KEN', 'state:ETH', 'state:EGY'],
      dueIn: 40,
      status: 'ongoing',
    },
    {
      code: 'A.2',
      parent: 'A',
      title: 'Workshop on referring vulnerable migrants',
      objectives: ['7(a)', '12'],
      owners: ['state:ITA', 'partner:Partner organization'],
      dueIn: 75,
      status: 'planned',
    },
    { code: 'B', title: 'Regular pathways', objectives: ['5'], owners: ['secretariat'] },
    {
      code: 'B.1',
      parent: 'B',
      title: 'Note on recognition of skills',
      objectives: ['18'],
      owners: ['secretariat'],
      dueIn: 60,
      status: 'ongoing',
    },
  ],
};

/** A second mechanism that asks a State of the first for something alike, so that it can report once. */
export const neighbourPlan: InventedPlan = {
  title: 'Working plan of another mechanism (invented for this demonstration)',
  kind: 'annual',
  levelNames: ['Activity'],
  items: [
    {
      code: '1',
      title: 'Train front-line officials to recognize and refer vulnerable migrants',
      objectives: ['7(a)', '12'],
      owners: ['state:ITA', 'state:SEN'],
      dueIn: 80,
      status: 'ongoing',
    },
    {
      code: '2',
      title: 'Workshop on referral between countries of origin and of destination',
      objectives: ['7'],
      owners: ['state:ITA'],
      dueIn: 120,
      status: 'planned',
    },
  ],
};
