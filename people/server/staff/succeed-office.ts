import type { InputOf } from '#foundation/contract.ts'
import { Refused, refuse, unless } from '#foundation/refusal.ts'
import { newId } from '#foundation/server/new-id.ts'
import type { Day } from '#foundation/time.ts'
import { startOfDay } from '#foundation/time-zone.ts'
import type * as contract from '../../administration-contract.ts'
import type { Office } from '../../model.ts'
import { whyNotAdminister, whyNotDay, whyNotSucceed } from '../../rules.ts'
import { today } from '../day.ts'
import type { Moment } from '../moment.ts'
import { endOfficeOn, findCounty, lockedOffices } from '../store.ts'
import {
  copyDelegationsTo,
  copyPostsTo,
  delegationsAfter,
  endPostsOn,
  lockedPostsAfter,
} from '../store-holding.ts'
import { noteDeed } from './audit.ts'

type Input = InputOf<typeof contract.succeedOffice>

/**
 * An office is renamed or merged: it ends on a day, and its posts, their holders and running stand-ins go on in the
 * successor. Its matters follow by `HeldPost.formerly`; what it did before keeps its old name.
 */
export async function succeedOffice(input: Input, moment: Moment): Promise<void> {
  const { sql, by } = moment
  unless(whyNotAdminister(by, 'systemAdmin'))
  unless(whyNotDay(input.on, 'on'))
  const { office, successor } = await lockBoth(input, moment)
  // The same act again: done already.
  if (office.successor === successor.id && office.validTo === input.on) return
  unless(whyNotSucceed({ office, successor, on: input.on }, by, await today(moment)))
  await movePosts(office.id, successor.id, input.on, moment)
  await endOfficeOn(sql, by.county, office.id, input.on, successor.id)
  const detail = { office: office.id, successor: successor.id, on: input.on }
  await noteDeed(moment, 'succeedOffice', detail)
}

async function lockBoth(
  input: Input,
  { sql, by }: Moment,
): Promise<{ office: Office; successor: Office }> {
  const found = await lockedOffices(sql, by.county, [input.office, input.successor])
  const get = (id: string, field: string): Office => {
    const office = found.find((row) => row.id === id.toLowerCase())
    if (!office) throw new Refused(refuse('people.officeMissing', 'missing', { field }))
    return office
  }
  return { office: get(input.office, 'office'), successor: get(input.successor, 'successor') }
}

async function movePosts(from: string, to: string, on: string, moment: Moment): Promise<void> {
  const { sql, by, now } = moment
  const posts = await lockedPostsAfter(sql, by.county, from, on)
  if (posts.length === 0) return
  const renewed = new Map(posts.map((post) => [post, newId<string>(now)]))
  await copyPostsTo(sql, by.county, renewed, to, on)
  const zone = (await findCounty(sql, by.county))?.timeZone ?? 'Asia/Shanghai'
  const start = startOfDay(on as Day, zone)
  const running = await delegationsAfter(sql, by.county, posts, start)
  const lent = running.map(({ id, post }) => ({
    old: id,
    fresh: newId<string>(now),
    post: renewed.get(post) ?? post,
  }))
  await copyDelegationsTo(sql, by.county, lent, start)
  await endPostsOn(sql, by.county, posts, on)
}
