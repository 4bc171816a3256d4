import type { Sql } from '#foundation/server/database.ts'
import { prepared } from '#foundation/server/statement.ts'
import type { CodesSent } from '../sign-in-rules.ts'

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
