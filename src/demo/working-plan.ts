/** The invented plan of a presidency: it gives the demonstration dates and owners, which the two real plans lack. */
export const workingPlan = {
  title: 'Working plan of the presidency (invented for this demonstration)',
  /** `dueIn`: days after the demonstration begins. */
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
} as const;
