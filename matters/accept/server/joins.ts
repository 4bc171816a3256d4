import type { InputOf, OutputOf } from '#foundation/contract.ts'
import type { ActId } from '#foundation/ids.ts'
import { maskPersonalData } from '#foundation/personal-data.ts'
import { Refused, refuse } from '#foundation/refusal.ts'
import type { Database } from '#foundation/server/database.ts'
import { newId } from '#foundation/server/new-id.ts'
import type { Seal } from '#foundation/server/seal.ts'
import type { ActAnswer } from '#matters/matter/model.ts'
import { actWithin } from '#matters/matter/server/act.ts'
import { type Deed, deed } from '#matters/matter/server/deed.ts'
import { onceMore } from '#matters/matter/server/once.ts'
import { publicActor } from '#people/actor.ts'
import { scopeOf } from '#people/guard.ts'
import type { Actor } from '#people/model.ts'
import { phoneOfResident } from '#people/server/door/know-resident.ts'
import type { Moment } from '#people/server/moment.ts'
import type { Asked } from '#people/server/route.ts'
import { normalPhone } from '#people/sign-in-rules.ts'
import { join, leave, type listJoined, type readVoices } from '../joins-contract.ts'
import { whyNotJoin } from '../rules.ts'
import { countVoices } from '../voices.ts'
import { digitsOf, phoneHashOf } from './identity.ts'
import { countyOfNumber, hashOfSecret, readSecret, secretFor } from './receipt.ts'
import {
  deleteJoins,
  findJoinBySecret,
  findSeen,
  hasJoined,
  type Joiner,
  joinedBy,
  voicesOf,
  writeJoin,
} from './store-joins.ts'
import type { Acceptance } from './submit.ts'

const contextOf = (county: number, id: string) => `joins ${county} ${id}`
const systemScope = (county: number) => ({ county, reach: 'system', parties: [] }) as const

/** Who joins is a signed-in resident or anybody: a receipt speaks for its own matter only, an office for none. */
function joinerOf(by: Actor): Actor {
  return by.kind === 'resident' ? by : publicActor(by.county, by.language)
}

/** By what the asker is found among those who joined. */
function joinerBy(by: Actor, secret: string | undefined): Joiner {
  return {
    secretHash: secret ? hashOfSecret(readSecret(secret)) : null,
    resident: by.kind === 'resident' ? by.person : null,
  }
}

/** The number to be counted by: of the account where there is one, else as it was typed. */
async function phoneOf(seal: Seal, typed: string | undefined, { by, sql }: Moment) {
  const phone =
    by.kind === 'resident' ? await phoneOfResident(sql, seal, by.county, by.person) : typed
  return phone ? (normalPhone(phone) ?? digitsOf(phone)) : null
}

const joinDeed = ({ seal }: Acceptance) =>
  deed({
    verb: 'join',
    contract: join,
    whyNot: ({ matter }, { phone }, { by }) => whyNotJoin(matter, phone, by),
    apply: async ({ matter }, input, moment) => {
      const { by, now, sql, actId } = moment
      const { county } = matter
      const phone = await phoneOf(seal, input.phone, moment)
      const id = newId<string>(now)
      const resident = by.kind === 'resident' ? by.person : null
      const row = {
        ...{ id, matter: matter.id, resident },
        sealedPhone: phone ? seal.seal(phone, contextOf(county, id)) : null,
        phoneHash: phone ? phoneHashOf(seal, county, phone) : null,
        secretHash: resident ? null : hashOfSecret(secretFor(actId, seal)),
      }
      await writeJoin(sql, county, row, now)
      // Nothing of who joined stands in the record, where nobody could take it back.
      return { body: {} }
    },
  })

const leaveDeed = deed({
  verb: 'leave',
  contract: leave,
  apply: async ({ matter }, { secret }, moment) => {
    const joiner = joinerBy(moment.by, secret)
    const left = await deleteJoins(moment.sql, matter.county, matter.id, joiner)
    if (left === 0) throw new Refused(refuse('accept.notJoined', 'conflict'))
    return { body: {} }
  },
})

export const joinDeeds = (acceptance: Acceptance): Deed[] => [joinDeed(acceptance), leaveDeed]

type Outside = { readonly matter: string; readonly actId: string }

/**
 * An act of somebody the matter does not belong to, done with the house's reach: a stranger's reach writes nothing.
 * What they may do it to is settled before, by what anybody sees (join), or by the secret or account (leave).
 */
async function actFromOutside(
  { engine }: Acceptance,
  verb: 'join' | 'leave',
  input: Outside,
  { by, now }: Pick<Asked, 'by' | 'now'>,
): Promise<ActAnswer> {
  const county = await engine.countyOf(by.county, now)
  const actId = input.actId as ActId
  return onceMore(() =>
    engine.database.within(systemScope(by.county), (sql) =>
      actWithin(engine, county, verb, input, { by, now, sql, actId }),
    ),
  )
}

/** Joins what anybody sees. @returns for whoever has no account the secret; the same act id gives it again */
export async function joinMatter(
  acceptance: Acceptance,
  input: InputOf<typeof join>,
  { by: asker, now }: Asked,
): Promise<OutputOf<typeof join>> {
  const { engine, seal } = acceptance
  const by = joinerOf(asker)
  const { county } = by
  const seen = await engine.database.within(scopeOf(publicActor(county, by.language)), (sql) =>
    findSeen(sql, county, input.matter),
  )
  if (!seen) throw new Refused(refuse('matter.notFound', 'missing', { field: 'matter' }))
  const { number } = await actFromOutside(acceptance, 'join', input, { by, now })
  const secret = by.kind === 'resident' ? null : secretFor(input.actId, seal)
  return { number, secret, voices: await countVoicesOf(acceptance, county, input.matter) }
}

/** Leaves by the secret of the join, or as the resident who joined; what was kept of it is gone. */
export const leaveMatter = (
  acceptance: Acceptance,
  input: InputOf<typeof leave>,
  { by, now }: Asked,
): Promise<ActAnswer> => actFromOutside(acceptance, 'leave', input, { by: joinerOf(by), now })

/** How many different people speak in a matter; read with the house's reach, since duplicates may not be public. */
export async function countVoicesOf(
  { engine }: Acceptance,
  county: number,
  matter: string,
): Promise<number> {
  const voices = await engine.database.within(systemScope(county), (sql) =>
    voicesOf(sql, county, matter),
  )
  return countVoices(voices)
}

/** The voices of a matter the asker may see, and whether they are one of those who joined. */
export async function answerVoices(
  acceptance: Acceptance,
  { matter, secret }: InputOf<typeof readVoices>,
  { by }: Asked,
): Promise<OutputOf<typeof readVoices>> {
  const { database } = acceptance.engine
  const { county } = by
  const seen = await database.within(scopeOf(by), (sql) => findSeen(sql, county, matter))
  // What one reported oneself is read with one's own reach, what others published as anybody.
  const anybody = scopeOf(publicActor(county, by.language))
  const open = seen ?? (await database.within(anybody, (sql) => findSeen(sql, county, matter)))
  if (!open) throw new Refused(refuse('matter.notFound', 'missing', { field: 'matter' }))
  const joiner = joinerBy(by, secret)
  const [count, joined] = await Promise.all([
    countVoicesOf(acceptance, county, matter),
    database.within(systemScope(county), (sql) => hasJoined(sql, county, matter, joiner)),
  ])
  return { count, joined }
}

/** What the signed-in resident joined, as anybody reads it. */
export async function answerJoined(
  { engine }: Acceptance,
  { by }: Asked,
): Promise<OutputOf<typeof listJoined>> {
  if (by.kind !== 'resident') return []
  const rows = await engine.database.within(systemScope(by.county), (sql) =>
    joinedBy(sql, by.county, by.person),
  )
  return rows.map(({ receivedAt, dueAt, flags, placeText, ...row }) => ({
    ...row,
    flags: [...flags],
    placeText: maskPersonalData(placeText),
    receivedAt: receivedAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
  }))
}

/** True when number and secret are those of a join. */
export async function isJoinSecret(
  database: Database,
  number: string,
  secret: string,
): Promise<boolean> {
  const county = countyOfNumber(number)
  if (county === null) return false
  const hash = hashOfSecret(readSecret(secret))
  return database.within(
    systemScope(county),
    async (sql) => (await findJoinBySecret(sql, county, number, hash)) !== null,
  )
}
