import { randomBytes } from 'node:crypto'
import { demoActor, loadDemoPeople } from '#database/demo/people.ts'
import type { DemoOfficerKey } from '#database/demo/people-names.ts'
import { loadDemoPlaces } from '#database/demo/places.ts'
import { demoCounty } from '#database/demo/places-names.ts'
import type { ActId } from '#foundation/ids.ts'
import type { Sql } from '#foundation/server/database.ts'
import { newId } from '#foundation/server/new-id.ts'
import { sealOf } from '#foundation/server/seal.ts'
import { publicActor } from '#people/actor.ts'
import { scopeOf } from '#people/guard.ts'
import type { Actor } from '#people/model.ts'
import type { Door } from '#people/server/door/door.ts'
import type { Moment } from '#people/server/moment.ts'
import type { Asked } from '#people/server/route.ts'
import { openSessions } from '#people/server/session.ts'
import { doorLimits } from '#people/sign-in-rules.ts'
import { connected } from './cluster.ts'
import { type TestDatabase, testDatabase } from './store.ts'

export const county: number = demoCounty.number
/** A Monday morning in the county. */
export const monday = new Date('2026-11-23T01:00:00Z')

export const minutesAfter = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000)

export type PeopleKit = {
  readonly store: TestDatabase
  readonly door: Door
  /** Texts sent to phones, newest last. */
  readonly sent: { phone: string; text: string }[]
  /** Somebody at the door. */
  asked(more?: Partial<Asked>): Asked
  /** Runs a deed in a transaction of its own, as an officer of the demo or any other actor. */
  by<T>(
    who: DemoOfficerKey | Actor,
    deed: (moment: Moment) => Promise<T>,
    more?: Partial<Moment>,
  ): Promise<T>
  /** Looks behind row security. */
  rows<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>
  close(): Promise<void>
}

export async function addCounty(
  store: TestDatabase,
  number: number,
  name: string,
  nameEn: string,
): Promise<void> {
  await connected(store.url, (client) =>
    client.query(
      `insert into counties (county, code, name, name_en, desk_phone, invented) values ($1, $2, $3, $4, '000-660100', true)`,
      [number, `${number}000000`, name, nameEn],
    ),
  )
}

/** A store with the people of the invented county, and a door into it whose phones end in an array. */
export async function openPeopleKit(): Promise<PeopleKit> {
  const store = await testDatabase()
  await addCounty(store, county, demoCounty.name, "He'an County")
  const { database } = store
  await database.within({ county, reach: 'system', parties: [] }, async (sql: Sql) => {
    await loadDemoPlaces(sql, county, monday)
    await loadDemoPeople(sql, monday)
  })
  const seal = sealOf(`0a0b0c0d ${randomBytes(32).toString('base64')}`)
  const sent: { phone: string; text: string }[] = []
  const sms = { send: async (message: { phone: string; text: string }) => void sent.push(message) }
  const limits = doorLimits
  const door: Door = {
    database,
    seal,
    sms,
    limits,
    sessions: openSessions({ database, seal, limits }),
  }
  return {
    store,
    door,
    sent,
    asked: (more = {}) => ({
      by: publicActor(county, 'zh-CN'),
      now: monday,
      actId: newId<ActId>(monday),
      address: '192.0.2.7',
      token: null,
      ...more,
    }),
    by(who, deed, more = {}) {
      const actor = typeof who === 'string' ? demoActor(who) : who
      const actId = newId<ActId>(monday)
      return database.within(scopeOf(actor), (sql) =>
        deed({ by: actor, now: monday, sql, actId, ...more }),
      )
    },
    rows: (text, values = []) =>
      connected(store.url, async (client) => (await client.query(text, [...values])).rows),
    close: () => store.close(),
  }
}
