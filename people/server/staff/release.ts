import type { InputOf } from '#foundation/contract.ts'
import { Refused, refuse, unless } from '#foundation/refusal.ts'
import type * as contract from '../../administration-contract.ts'
import { whyNotAdminister } from '../../rules.ts'
import { dayAsked } from '../day.ts'
import { getLockedOfficer, getPost } from '../found.ts'
import type { Moment } from '../moment.ts'
import { endHoldingOn, latestHolding } from '../store-holding.ts'
import { noteDeed } from './audit.ts'

/** An officer no longer holds a post from a day; what they lent of it ends with it. */
export async function release(
  input: InputOf<typeof contract.release>,
  moment: Moment,
): Promise<void> {
  const { sql, by } = moment
  unless(whyNotAdminister(by, 'securityAdmin'))
  const on = await dayAsked(moment, input.on, 'on')
  const post = await getPost(moment, input.post)
  const officer = await getLockedOfficer(moment, input.officer)
  const holding = await latestHolding(sql, by.county, post.id, officer.id)
  if (!holding) throw new Refused(refuse('people.notHeld', 'conflict', { field: 'officer' }))
  // The same act again, or an earlier end set meanwhile: nothing is left to end.
  if (holding.validTo !== null && holding.validTo <= on) return
  const early = on < holding.validFrom
  unless(early ? refuse('people.endBeforeBegin', 'invalid', { field: 'on' }) : null)
  await endHoldingOn(sql, by.county, post.id, officer.id, on)
  const detail = { post: post.id, kind: post.kind, officer: officer.id, name: officer.name, on }
  await noteDeed(moment, 'release', detail)
}
