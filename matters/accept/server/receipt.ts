import { createHash, timingSafeEqual } from 'node:crypto'
import type { MatterId } from '#foundation/ids.ts'
import type { Language } from '#foundation/languages.ts'
import type { Database } from '#foundation/server/database.ts'
import type { Seal } from '#foundation/server/seal.ts'
import { receiptActor } from '#people/actor.ts'
import type { Actor } from '#people/model.ts'
import { findReceipt } from './store.ts'

// Crockford's base 32: no I, L, O, U, so that it can be read out on the phone.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The secret of a receipt: 10 letters, 50 bits, from the act id by a keyed hash, so that a repeated act id
 * shows the same receipt
 * and the store keeps no secret. Guessing is bounded by the rate limit of the status door.
 */
export function secretFor(actId: string, seal: Seal): string {
  const bytes = seal.lookUpHash(actId, 'accept.receipt')
  return Array.from(bytes.subarray(0, 10), (byte) => alphabet[byte % 32]).join('')
}

/** Spoken or typed secrets come with spaces, in lower case, with O for 0 and I or L for 1. */
export function readSecret(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
}

export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

const numberPattern = /^(\d{1,9})-(\d{4})-(\d{6,9})$/

/** The county a printed number belongs to; null for what is no number. */
export function countyOfNumber(number: string): number | null {
  const parts = numberPattern.exec(number)
  return parts ? Number(parts[1]) : null
}

/**
 * Who shows number and secret of one matter may see it as its reporter. Null when they do not fit; no telling
 * which is wrong.
 */
export async function openReceipt(
  database: Database,
  number: string,
  secret: string,
  language: Language,
): Promise<Actor | null> {
  const county = countyOfNumber(number)
  if (county === null) return null
  const found = await database.within({ county, reach: 'system', parties: [] }, (sql) =>
    findReceipt(sql, county, number),
  )
  const given = hashOfSecret(readSecret(secret))
  const kept = found?.secretHash ?? Buffer.alloc(32)
  return timingSafeEqual(given, kept) && found
    ? receiptActor(county, found.matter as MatterId, language)
    : null
}
