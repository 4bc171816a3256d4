import type { Sql } from '#foundation/server/database.ts'
import { prepared } from '#foundation/server/statement.ts'

const addReceipt = prepared(
  'accept.add-receipt',
  'insert into receipts (county, number, matter, secret_hash) values ($1, $2, $3, $4)',
)
const readReceipt = prepared(
  'accept.read-receipt',
  'select r.matter, r.secret_hash as "secretHash" from receipts r where r.county = $1 and r.number = $2',
)
const addIdentity = prepared(
  'accept.add-identity',
  'insert into identities (county, matter, sealed, phone_hash) values ($1, $2, $3, $4)',
)
const readSealed = prepared(
  'accept.read-identity',
  `select i.sealed from identities i join matters m on m.county = i.county and m.id = i.matter
   where i.county = $1 and i.matter = $2`,
)

export const writeReceipt = (
  sql: Sql,
  county: number,
  number: string,
  matter: string,
  secretHash: Buffer,
) => sql.run(addReceipt, [county, number, matter, secretHash])

export const findReceipt = (sql: Sql, county: number, number: string) =>
  sql.maybe<{ matter: string; secretHash: Buffer }>(readReceipt, [county, number])

export const writeIdentity = (
  sql: Sql,
  county: number,
  matter: string,
  sealed: Buffer,
  phoneHash: Buffer | null,
) => sql.run(addIdentity, [county, matter, sealed, phoneHash])

export const findIdentity = async (sql: Sql, county: number, matter: string) =>
  (await sql.maybe<{ sealed: Buffer }>(readSealed, [county, matter]))?.sealed ?? null
