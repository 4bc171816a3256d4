import type { Actor } from '#people/model.ts'
import type { EventAudience } from './model.ts'

/**
 * What others than the offices see of a matter, field by field: `open` as it is, `masked` with personal data hidden,
 * `resident` only for who reported it, `closed` for nobody outside. One list, read by every page, list and export.
 */
export const disclosed = {
  number: 'open',
  kind: 'open',
  state: 'open',
  title: 'masked',
  words: 'masked',
  category: 'open',
  type: 'open',
  channel: 'open',
  division: 'open',
  placeText: 'masked',
  lon: 'resident',
  lat: 'resident',
  receivedAt: 'open',
  dueAt: 'open',
  closedAt: 'open',
  leadOffice: 'open',
  offices: 'open',
  clocks: 'open',
  flags: 'open',
  happenedAt: 'resident',
  replyWanted: 'resident',
  confidential: 'resident',
  reporter: 'closed',
  recordedBy: 'closed',
  shutOut: 'closed',
  duplicateOf: 'open',
} as const satisfies Record<string, 'open' | 'masked' | 'resident' | 'closed'>

/** Which parts of the record the asker may read. */
export function audiencesOf({ kind }: Pick<Actor, 'kind'>): readonly EventAudience[] {
  if (kind === 'officer' || kind === 'system') return ['inside', 'resident', 'public']
  return kind === 'public' ? ['public'] : ['resident', 'public']
}
