/**
 * What others than the offices see of dispatching, field by field: `open` as it is, `masked` with personal data
 * hidden, `resident` only for who reported it, `closed` for nobody outside. The lists are public by law; what offices
 * say to each other is not.
 */
export const disclosed = {
  dutyItem: 'open',
  townshipItem: 'open',
  lead: 'open',
  assisting: 'open',
  dispatchedAt: 'open',
  signDue: 'closed',
  basis: 'closed',
  opinion: 'closed',
  consultation: 'closed',
  objection: 'closed',
  extensionReason: 'masked',
  extensionDue: 'resident',
  extensionAsked: 'closed',
  suspensionKind: 'resident',
  suspensionReason: 'masked',
  suspensionWakeOn: 'resident',
  approver: 'closed',
  urgeNote: 'resident',
} as const satisfies Record<string, 'open' | 'masked' | 'resident' | 'closed'>
