import type { Language } from '#foundation/languages.ts'
import type { Sql } from '#foundation/server/database.ts'
import { prepared } from '#foundation/server/statement.ts'
import type { CodesSent } from '../sign-in-rules.ts'

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

// A row is needed for a day: it counts what was sent to a phone.
const deleteOldCodes = prepared(
  'people.delete-old-codes',
  'delete from phone_codes where sent_since < $1 and made_at < $1',
)
const lockCode = prepared(
  'people.lock-code',
  `select made_at as "madeAt", sent, sent_since as "sentSince" from phone_codes
   where county = $1 and phone_hash = $2 for update`,
)
const insertCode = prepared(
  'people.insert-code',
  `insert into phone_codes (county, phone_hash, code_hash, made_at, tries, sent, sent_since)
   values ($1, $2, $3, $4, 0, 1, $4) on conflict (county, phone_hash) do nothing`,
)
const renewCode = prepared(
  'people.renew-code',
  `update phone_codes set code_hash = $3, made_at = $4, tries = 0, sent = $5, sent_since = $6
   where county = $1 and phone_hash = $2`,
)
// Counted before it is compared, so that guessing in parallel cannot pass the limit.
const countTry = prepared(
  'people.count-code-try',
  `update phone_codes set tries = tries + 1 where county = $1 and phone_hash = $2 and tries < $3 and made_at > $4
   returning code_hash as "codeHash"`,
)
const spendCode = prepared(
  'people.spend-code',
  `update phone_codes set code_hash = '' where county = $1 and phone_hash = $2 and code_hash = $3`,
)

export const removeCodesBefore = (sql: Sql, moment: Date) => sql.run(deleteOldCodes, [moment])
export const lockedCode = (sql: Sql, county: number, phoneHash: Buffer) =>
  sql.maybe<CodesSent>(lockCode, [county, phoneHash])

/** False when somebody else asked for the same phone this moment. */
export const addCode = async (
  sql: Sql,
  county: number,
  phoneHash: Buffer,
  codeHash: Buffer,
  now: Date,
): Promise<boolean> => (await sql.run(insertCode, [county, phoneHash, codeHash, now])) === 1

export const renewCodeOf = (
  sql: Sql,
  county: number,
  phoneHash: Buffer,
  codeHash: Buffer,
  sent: CodesSent,
) => sql.run(renewCode, [county, phoneHash, codeHash, sent.madeAt, sent.sent, sent.sentSince])

/** The hash to compare with; null when there is no code, it is too old or was tried too often. */
export const countCodeTry = async (
  sql: Sql,
  county: number,
  phoneHash: Buffer,
  triesMax: number,
  madeAfter: Date,
): Promise<Buffer | null> => {
  const row = await sql.maybe<{ codeHash: Buffer }>(countTry, [
    county,
    phoneHash,
    triesMax,
    madeAfter,
  ])
  return row?.codeHash ?? null
}

/** True for the one caller who spends it. */
export const spendCodeOnce = async (
  sql: Sql,
  county: number,
  phoneHash: Buffer,
  codeHash: Buffer,
): Promise<boolean> => (await sql.run(spendCode, [county, phoneHash, codeHash])) === 1
