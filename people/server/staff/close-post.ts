import type { InputOf } from '#foundation/contract.ts'
import { refuse, unless } from '#foundation/refusal.ts'
import type * as contract from '../../administration-contract.ts'
import { whyNotAdminister, whyNotDay } from '../../rules.ts'
import { today } from '../day.ts'
import { getPost } from '../found.ts'
import type { Moment } from '../moment.ts'
import { endPostsOn } from '../store-holding.ts'
import { noteDeed } from './audit.ts'

/** Ends a post; from that day nobody holds it. */
export async function closePost(
  input: InputOf<typeof contract.closePost>,
  moment: Moment,
): Promise<void> {
  unless(whyNotAdminister(moment.by, 'systemAdmin'))
  unless(whyNotDay(input.on, 'on'))
  const post = await getPost(moment, input.post)
  // The same act again, or an earlier end set meanwhile: nothing is left to end.
  if (post.validTo !== null && post.validTo <= input.on) return
  const past = input.on < (await today(moment))
  unless(past ? refuse('people.dayPast', 'invalid', { field: 'on' }) : null)
  await endPostsOn(moment.sql, moment.by.county, [post.id], input.on)
  await noteDeed(moment, 'closePost', { post: post.id, on: input.on })
}
