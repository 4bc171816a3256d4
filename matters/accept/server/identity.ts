import type { Sql } from '#foundation/server/database.ts'
import type { Seal } from '#foundation/server/seal.ts'
import { normalPhone } from '#people/sign-in-rules.ts'
import type { Reporter } from '../model.ts'
import { findIdentity, writeIdentity } from './store.ts'

const contextOf = (county: number, matter: string) => `identities ${county} ${matter}`

/** What is kept of who reported; opened only by the act readIdentity. */
export type Identity = {
  name: string | null
  phone: string | null
  behalfOf: { name: string; relation: string } | null
}

/** Digits only, so that the same number written differently is found again. */
export function digitsOf(phone: string): string {
  return phone.normalize('NFKC').replace(/\D/g, '')
}

/** Keyed hash of a number's digits, of one county: tells that two reports or joins come from one phone. */
export const phoneHashOf = (seal: Seal, county: number, digits: string): Buffer =>
  seal.lookUpHash(digits, `identities.phone ${county}`)

/** Seals who reported beside the matter; writes nothing when nothing was said. */
export async function sealIdentity(
  seal: Seal,
  sql: Sql,
  county: number,
  matter: string,
  reporter: Reporter | undefined,
): Promise<void> {
  const name = reporter?.name?.trim() || null
  const phone = reporter?.phone?.trim() || null
  const behalf = reporter?.behalfOf
  if (!name && !phone && !behalf) return
  const identity: Identity = {
    name,
    phone,
    behalfOf: behalf ? { name: behalf.name, relation: behalf.relation } : null,
  }
  const sealed = seal.seal(JSON.stringify(identity), contextOf(county, matter))
  const hash = phone ? phoneHashOf(seal, county, normalPhone(phone) ?? digitsOf(phone)) : null
  await writeIdentity(sql, county, matter, sealed, hash)
}

/** Opens what was sealed; all null when the reporter told nothing. */
export async function openIdentity(
  seal: Seal,
  sql: Sql,
  county: number,
  matter: string,
): Promise<Identity> {
  const sealed = await findIdentity(sql, county, matter)
  if (!sealed) return { name: null, phone: null, behalfOf: null }
  return JSON.parse(seal.open(sealed, contextOf(county, matter))) as Identity
}
