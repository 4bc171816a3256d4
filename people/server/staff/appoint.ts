import type { InputOf } from '#foundation/contract.ts'
import { refuse, unless } from '#foundation/refusal.ts'
import type * as contract from '../../administration-contract.ts'
import { whyNotAdminister, whyNotAppoint } from '../../rules.ts'
import { dayAsked } from '../day.ts'
import { getLockedOfficer, getPost } from '../found.ts'
import type { Moment } from '../moment.ts'
import { addHolding, kindsFrom, latestHolding } from '../store-holding.ts'
import { noteDeed } from './audit.ts'

/** Gives an officer a post from a day. */
export async function appoint(
  input: InputOf<typeof contract.appoint>,
  moment: Moment,
): Promise<void> {
  const { sql, by, now } = moment
  unless(whyNotAdminister(by, 'securityAdmin'))
  const from = await dayAsked(moment, input.from, 'from')
  const post = await getPost(moment, input.post)
  const officer = await getLockedOfficer(moment, input.officer)
  const before = await latestHolding(sql, by.county, post.id, officer.id)
  // The same act again: done already.
  if (before?.validTo === null && before.validFrom === from) return
  const kinds = await kindsFrom(sql, by.county, officer.id, from, now)
  unless(whyNotAppoint({ post, officer, kinds, from }, by))
  const held = before !== null && (before.validTo === null || before.validTo > from)
  unless(held ? refuse('people.alreadyHeld', 'conflict', { field: 'officer' }) : null)
  await addHolding(sql, by.county, post.id, officer.id, from)
  const detail = { post: post.id, kind: post.kind, officer: officer.id, name: officer.name, from }
  await noteDeed(moment, 'appoint', detail)
}
