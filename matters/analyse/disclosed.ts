/**
 * What others than the offices see of the judging. The category and the urgency of a matter are told by the matter
 * itself; how an officer came to them stays inside, the tree of categories is everybody's.
 */
export const disclosed = {
  category: 'open',
  urgency: 'open',
  type: 'open',
  voices: 'open',
  channel: 'closed',
  responsibleOffice: 'closed',
  dutyItem: 'closed',
  basis: 'closed',
  risk: 'closed',
  suggested: 'closed',
  chosen: 'closed',
  judgedBy: 'closed',
  synonyms: 'closed',
} as const satisfies Record<string, 'open' | 'masked' | 'resident' | 'closed'>
