import type { InputOf } from '#foundation/contract.ts'
import { Refused, refuse, unless } from '#foundation/refusal.ts'
import type * as contract from '../../contract.ts'
import { holdsOn, whyNotDelegate } from '../../rules.ts'
import { findDay } from '../day.ts'
import type { Moment } from '../moment.ts'
import { lockedOfficers } from '../store.ts'
import { addDelegation, isPostLent, kindsFrom, lockedDelegation } from '../store-holding.ts'
import { noteDeed } from './audit.ts'

type Input = InputOf<typeof contract.delegate>

/** Lends an own post to a colleague for a time. `daysMax`: the county's rule `delegation.daysMax`. */
export async function delegate(
  input: Input,
  moment: Moment,
  daysMax: number,
): Promise<{ delegation: string }> {
  const { by, sql, now, actId } = moment
  if (by.kind !== 'officer') throw new Refused(refuse('people.notSignedIn', 'unsigned'))
  const delegation = { delegation: actId }
  // The same act again: done already, and no longer free to be lent.
  if ((await lockedDelegation(sql, by.county, actId))?.from === by.person) return delegation
  const { from, until } = timesOf(input, now)
  const officers = await lockedOfficers(sql, by.county, [input.to, by.person])
  const to = officers.find((officer) => officer.id === input.to.toLowerCase())
  const day = await findDay(sql, by.county, from)
  if (!to || !day) throw new Refused(refuse('people.officerMissing', 'missing', { field: 'to' }))
  const held = by.posts.find((post) => post.post === input.post && post.behalfOf === null)
  const kinds = await kindsFrom(sql, by.county, to.id, day, from)
  const lent = await isPostLent(sql, by.county, input.post, by.person, from, until)
  const receiver = { id: to.id, inService: holdsOn(to, day), kinds }
  unless(whyNotDelegate({ held, to: receiver, from, until, lent }, by, now, daysMax))
  await addDelegation(sql, by.county, {
    id: actId,
    from: by.person,
    to: to.id,
    post: input.post,
    validFrom: from,
    validTo: until,
    reason: input.reason.trim(),
  })
  const detail = { post: input.post, to: to.id, name: to.name, until: until.toISOString() }
  await noteDeed(moment, 'delegate', detail)
  return delegation
}

/** Past beginnings mean now: nobody stood in before it was decided. */
function timesOf(input: Input, now: Date): { from: Date; until: Date } {
  const [from, until] = [input.from ? new Date(input.from) : now, new Date(input.until)]
  for (const [field, time] of [['from', from] as const, ['until', until] as const]) {
    const year = time.getUTCFullYear()
    const known = year >= 1900 && year <= 2200
    unless(known ? null : refuse('people.timeUnknown', 'invalid', { field }))
  }
  return { from: from < now ? now : from, until }
}
