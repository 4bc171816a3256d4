import type { Sql } from '#foundation/server/database.ts'
import { prepared } from '#foundation/server/statement.ts'
import type { Flag, State } from '#matters/matter/model.ts'

const seeMatter = prepared(
  'accept.see-matter',
  'select m.number, m.published from matters m where m.county = $1 and m.id = $2',
)
// One account joins once; whoever has none gets a row for each secret, and is counted once by the phone.
const insertJoin = prepared(
  'accept.add-join',
  `insert into joins (county, id, matter, resident, sealed_phone, phone_hash, secret_hash, joined_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (county, matter, resident) do nothing`,
)
const removeJoin = prepared(
  'accept.delete-join',
  `delete from joins j
   where j.county = $1 and j.matter = $2 and (j.secret_hash = $3 or j.resident = $4::uuid)`,
)
const findJoin = prepared(
  'accept.find-join',
  `select m.id as matter from joins j join matters m on m.county = j.county and m.id = j.matter
   where j.county = $1 and m.number = $2 and j.secret_hash = $3`,
)
const isJoined = prepared(
  'accept.is-joined',
  `select 1 as joined from joins j join matters m on m.county = j.county and m.id = j.matter
   where j.county = $1 and j.matter = $2 and (j.secret_hash = $3 or j.resident = $4::uuid)`,
)
// A finding has no reporter to speak in it; its duplicates may.
const readVoices = prepared(
  'accept.list-voices',
  `with ones as (select m.id, m.kind, m.reporter from matters m
     where m.county = $1 and (m.id = $2 or m.duplicate_of = $2))
   select o.reporter as resident, encode(i.phone_hash, 'hex') as phone from ones o
   left join identities i on i.county = $1 and i.matter = o.id where o.kind = 'request'
   union all
   select j.resident, encode(j.phone_hash, 'hex') from joins j join ones o on o.id = j.matter where j.county = $1`,
)
const readJoined = prepared(
  'accept.list-joined',
  `select m.number, m.public_title as title, m.state, m.flags, m.division, m.place_text as "placeText",
     m.received_at as "receivedAt", m.due_at as "dueAt"
   from joins j join matters m on m.county = j.county and m.id = j.matter
   where j.county = $1 and j.resident = $2 and m.published order by j.joined_at desc limit 50`,
)

export type JoinRow = {
  readonly id: string
  readonly matter: string
  readonly resident: string | null
  readonly sealedPhone: Buffer | null
  readonly phoneHash: Buffer | null
  readonly secretHash: Buffer | null
}
/** By what somebody is known to have joined. */
export type Joiner = { readonly secretHash: Buffer | null; readonly resident: string | null }
export type JoinedRow = {
  readonly number: string
  readonly title: string
  readonly state: State
  readonly flags: readonly Flag[]
  readonly division: string | null
  readonly placeText: string
  readonly receivedAt: Date
  readonly dueAt: Date | null
}

export const findSeen = (sql: Sql, county: number, matter: string) =>
  sql.maybe<{ number: string; published: boolean }>(seeMatter, [county, matter])

export const writeJoin = (sql: Sql, county: number, join: JoinRow, now: Date) =>
  sql.run(insertJoin, [
    ...[county, join.id, join.matter, join.resident],
    ...[join.sealedPhone, join.phoneHash, join.secretHash, now],
  ])

/** How many rows there were. */
export const deleteJoins = (sql: Sql, county: number, matter: string, joiner: Joiner) =>
  sql.run(removeJoin, [county, matter, joiner.secretHash, joiner.resident])

export const findJoinBySecret = (sql: Sql, county: number, number: string, secretHash: Buffer) =>
  sql.maybe<{ matter: string }>(findJoin, [county, number, secretHash])

export const hasJoined = async (sql: Sql, county: number, matter: string, joiner: Joiner) =>
  (await sql.many(isJoined, [county, matter, joiner.secretHash, joiner.resident])).length > 0

export const voicesOf = (sql: Sql, county: number, matter: string) =>
  sql.many<{ resident: string | null; phone: string | null }>(readVoices, [county, matter])

export const joinedBy = (sql: Sql, county: number, resident: string) =>
  sql.many<JoinedRow>(readJoined, [county, resident])
