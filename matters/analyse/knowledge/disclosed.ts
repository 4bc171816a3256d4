/**
 * What others than the offices see of the knowledge base: what an article says, what it rests on and how long it holds;
 * while it holds. How it is used and who published it stays inside.
 */
export const disclosed = {
  title: 'open',
  questions: 'open',
  answer: 'open',
  category: 'open',
  citation: 'open',
  validFrom: 'open',
  validTo: 'open',
  edition: 'open',
  uses: 'closed',
  lastUsedAt: 'closed',
  publishedBy: 'closed',
  endedWhy: 'closed',
} as const satisfies Record<string, 'open' | 'masked' | 'resident' | 'closed'>
