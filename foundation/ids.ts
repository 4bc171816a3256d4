/** Branded identifiers. Every id is a UUID v7 made by the application (decision 0004). */
declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

/**
 * The number a county gets once, when it is set up; first its six-digit code. First column of every
 * county-owned key.
 */
export type CountyNumber = number & { readonly [brand]: 'County' }
export type MatterId = Id<'Matter'>
export type ActId = Id<'Act'>
export type PersonId = Id<'Person'>
export type ResidentId = Id<'Resident'>
export type OfficeId = Id<'Office'>
export type PostId = Id<'Post'>
export type FileId = Id<'File'>

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** True when the text is a UUID in the lower-case form we store. */
export function isId(text: string): boolean {
  return uuidPattern.test(text)
}

/**
 * UUID v7 (RFC 9562 §5.7): 48 bits of milliseconds, then 74 random bits.
 * @param at the moment, told by the caller
 * @param random at least 10 random bytes
 */
export function composeId(at: Date, random: Uint8Array): string {
  const bytes = new Uint8Array(16)
  let milliseconds = at.getTime()
  for (let i = 5; i >= 0; i--) {
    bytes[i] = milliseconds % 256
    milliseconds = Math.floor(milliseconds / 256)
  }
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
