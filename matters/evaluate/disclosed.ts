/**
 * What others than the offices see of the evaluation: `open` as it is, `masked` with personal data hidden, `resident`
 * only for who reported it, `closed` for nobody outside. A verdict is open only where its author and the matter's
 * publication both allow it.
 */
export const disclosed = {
  verdict: 'open',
  grade: 'open',
  verdictWords: 'masked',
  rounds: 'open',
  rates: 'open',
  exclusionCount: 'open',
  closedAgainst: 'open',
  reopenReason: 'masked',
  checkResult: 'resident',
  checkNote: 'resident',
  callBackResult: 'resident',
  exclusionOfMatter: 'closed',
  checker: 'closed',
  caller: 'closed',
  approver: 'closed',
} as const satisfies Record<string, 'open' | 'masked' | 'resident' | 'closed'>
