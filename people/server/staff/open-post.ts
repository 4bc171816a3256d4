import type { InputOf } from '#foundation/contract.ts'
import { refuse, unless } from '#foundation/refusal.ts'
import type * as contract from '../../administration-contract.ts'
import { holdsOn, whyNotAdminister } from '../../rules.ts'
import { dayAsked } from '../day.ts'
import { checkedDivision, getOffice } from '../found.ts'
import type { Moment } from '../moment.ts'
import { addPostRow } from '../store.ts'
import { noteDeed } from './audit.ts'

/** Opens a post in an office; the act id becomes its id. */
export async function openPost(
  input: InputOf<typeof contract.openPost>,
  moment: Moment,
): Promise<{ post: string }> {
  unless(whyNotAdminister(moment.by, 'systemAdmin'))
  const from = await dayAsked(moment, input.from, 'from')
  const office = await getOffice(moment, input.office)
  unless(
    holdsOn(office, from) ? null : refuse('people.officeClosed', 'conflict', { field: 'office' }),
  )
  const { kind } = input
  const title = input.title.trim()
  const division = await checkedDivision(moment, input.division, from)
  const post = { id: moment.actId, office: office.id, kind, title, division, from }
  const added = await addPostRow(moment.sql, moment.by.county, post)
  if (added) await noteDeed(moment, 'openPost', { post: post.id, office: office.id, kind, title })
  return { post: post.id }
}
