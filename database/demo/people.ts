import type { ActId, OfficeId, PersonId, PostId } from '#foundation/ids.ts'
import { Refused } from '#foundation/refusal.ts'
import type { Sql } from '#foundation/server/database.ts'
import { systemActor } from '#people/actor.ts'
import type { Actor, HeldPost } from '#people/model.ts'
import type { Moment } from '#people/server/moment.ts'
import { addAccount } from '#people/server/staff/add-account.ts'
import { addOfficer } from '#people/server/staff/add-officer.ts'
import { appoint } from '#people/server/staff/appoint.ts'
import { delegate } from '#people/server/staff/delegate.ts'
import { openOffice } from '#people/server/staff/open-office.ts'
import { openPost } from '#people/server/staff/open-post.ts'
import { succeedOffice } from '#people/server/staff/succeed-office.ts'
import { zh } from '#people/zh-CN.ts'
import {
  type DemoOffice,
  type DemoOfficeKey,
  type DemoOfficerKey,
  demoOfficerTexts,
  demoOfficeTexts,
  divisionOf,
} from './people-names.ts'
import { demoCounty } from './places-names.ts'

/** Everybody's password in the invented county; printed at the start, since it protects nothing. */
export const demoPassword = 'Linli-2026'

const founded = '2019-01-01'
const merged = { on: '2024-03-01', decided: new Date('2024-02-20T02:00:00Z') }

const keysOf = <T extends object>(texts: T) => Object.keys(texts) as (keyof T & string)[]
const officeKeys = keysOf(demoOfficeTexts)
const officerKeys = keysOf(demoOfficerTexts)

/** Ids that stay the same in every store, so that the other parts of the demo can name them. */
const fixedId = (group: number, number: number) =>
  `99010100-0000-7000-8000-${String(group * 100_000 + number).padStart(12, '0')}`

export function demoOffice(key: DemoOfficeKey): OfficeId {
  return fixedId(1, officeKeys.indexOf(key) + 1) as OfficeId
}

export function demoOfficer(key: DemoOfficerKey): PersonId {
  return fixedId(2, officerKeys.indexOf(key) + 1) as PersonId
}

/** The first post of an officer, or the one numbered `seat`. */
export function demoPost(key: DemoOfficerKey, seat = 0): PostId {
  return fixedId(3, (officerKeys.indexOf(key) + 1) * 10 + seat) as PostId
}

/** An officer of the demo as they would act after signing in. */
export function demoActor(key: DemoOfficerKey): Actor {
  const { name, seats } = demoOfficerTexts[key]
  const posts = seats.map(
    ([office, kind], seat): HeldPost => ({
      post: demoPost(key, seat),
      kind,
      office: demoOffice(office),
      officeName: demoOfficeTexts[office].name,
      division: divisionOf(office),
      behalfOf: null,
      formerly: office === 'urban' ? [demoOffice('works')] : [],
    }),
  )
  const county = demoCounty.number
  return { kind: 'officer', county, person: demoOfficer(key), name, posts, language: 'zh-CN' }
}

/** Who can sign in, in the order of the work. */
export const demoSignIns = officerKeys.flatMap((key) => {
  const officer: {
    name: string
    login?: string
    seats: (typeof demoOfficerTexts)[typeof key]['seats']
  } = demoOfficerTexts[key]
  if (officer.login === undefined) return []
  const [office, kind] = officer.seats[0]
  const name = `${zh.postKinds[kind]} ${officer.name}（${demoOfficeTexts[office].name}）`
  return [{ key, name, account: officer.login, password: demoPassword }]
})

/**
 * Loads offices, posts, officers and accounts of the invented county in a transaction of its own county, whose row
 * must be there already. Loading again changes nothing.
 */
export async function loadDemoPeople(sql: Sql, now: Date): Promise<void> {
  const by = systemActor(demoCounty.number)
  const moment = (id: string, at = now): Moment => ({ by, now: at, sql, actId: id as ActId })
  for (const key of officeKeys) await loadOffice(key, moment(demoOffice(key)))
  for (const key of officerKeys) await loadOfficer(key, moment)
  const union = { office: demoOffice('works'), successor: demoOffice('urban'), on: merged.on }
  await succeedOffice(union, moment(fixedId(4, 1), merged.decided))
  for (const { key, account } of demoSignIns) await loadAccount(key, account, moment(fixedId(4, 2)))
  await loadDelegation({ ...moment(fixedId(4, 3)), by: demoActor('housingChief') })
}

async function loadOffice(key: DemoOfficeKey, moment: Moment): Promise<void> {
  const { name, nameEn, kind, duties, parent }: DemoOffice = demoOfficeTexts[key]
  const phone = `000-6602${String(officeKeys.indexOf(key) + 1).padStart(2, '0')}`
  const above = parent === undefined ? {} : { parent: demoOffice(parent as DemoOfficeKey) }
  const division = divisionOf(key)
  const place = division === null ? {} : { division }
  await openOffice({ name, nameEn, kind, duties, phone, from: founded, ...above, ...place }, moment)
}

async function loadOfficer(key: DemoOfficerKey, moment: (id: string) => Moment): Promise<void> {
  const { name, seats } = demoOfficerTexts[key]
  const officer = demoOfficer(key)
  await addOfficer({ name, from: founded }, moment(officer))
  for (const [seat, [office, kind, title]] of seats.entries()) {
    const post = demoPost(key, seat)
    await openPost({ office: demoOffice(office), kind, title, from: founded }, moment(post))
    await appoint({ post, officer, from: founded }, moment(fixedId(4, 2)))
  }
}

async function loadAccount(key: DemoOfficerKey, login: string, moment: Moment): Promise<void> {
  try {
    await addAccount({ login, officer: demoOfficer(key), password: demoPassword }, moment, false)
  } catch (error) {
    const known = error instanceof Refused && error.refusal.key === 'people.officerHasAccount'
    if (!known) throw error
  }
}

/** The head of the housing bureau is away for a week; the handler stands in. */
async function loadDelegation(moment: Moment): Promise<void> {
  const until = new Date(moment.now.getTime() + 7 * 86_400_000).toISOString()
  const lent = { post: demoPost('housingChief'), to: demoOfficer('handler2') }
  await delegate({ ...lent, until, reason: '外出培训' }, moment, 30)
}
