/**
 * What others than the offices see of the handling, field by field: `open` as it is, `masked` with personal data
 * hidden, `resident` only for who reported it, `closed` for nobody outside.
 */
export const disclosed = {
  outcome: 'open',
  reply: 'masked',
  basis: 'masked',
  nextStep: 'masked',
  promisedDay: 'open',
  filesAfter: 'resident',
  contactHow: 'resident',
  contactReached: 'resident',
  contactNote: 'closed',
  note: 'closed',
  evidence: 'closed',
  assistAnswer: 'closed',
} as const satisfies Record<string, 'open' | 'masked' | 'resident' | 'closed'>
