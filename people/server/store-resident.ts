import type { Language } from '#foundation/languages.ts'
import type { Sql } from '#foundation/server/database.ts'
import { prepared } from '#foundation/server/statement.ts'

const readResident = prepared(
  'people.read-resident',
  `select r.id, r.sealed_phone as "sealedPhone", r.sealed_name as "sealedName", r.language
   from residents r where r.county = $1 and r.id = $2`,
)
const readByPhone = prepared(
  'people.read-resident-by-phone',
  `select r.id, r.sealed_phone as "sealedPhone", r.sealed_name as "sealedName", r.language
   from residents r where r.county = $1 and r.phone_hash = $2`,
)
const insertResident = prepared(
  'people.insert-resident',
  `insert into residents (county, id, phone_hash, sealed_phone, language, created_at)
   values ($1, $2, $3, $4, $5, $6) on conflict (county, phone_hash) do nothing`,
)
const nameResident = prepared(
  'people.name-resident',
  'update residents set sealed_name = $3 where county = $1 and id = $2',
)

export type ResidentRow = {
  id: string
  sealedPhone: Buffer
  sealedName: Buffer | null
  language: Language
}
export const findResident = (sql: Sql, county: number, id: string) =>
  sql.maybe<ResidentRow>(readResident, [county, id])
export const findResidentByPhone = (sql: Sql, county: number, phoneHash: Buffer) =>
  sql.maybe<ResidentRow>(readByPhone, [county, phoneHash])

export type NewResident = { id: string; phoneHash: Buffer; sealedPhone: Buffer; language: Language }
/** 1 when added, 0 when the phone is known already. */
export const addResidentRow = (sql: Sql, county: number, resident: NewResident, now: Date) =>
  sql.run(insertResident, [
    county,
    resident.id,
    resident.phoneHash,
    resident.sealedPhone,
    resident.language,
    now,
  ])
export const setResidentName = (sql: Sql, county: number, id: string, sealed: Buffer) =>
  sql.run(nameResident, [county, id, sealed])
