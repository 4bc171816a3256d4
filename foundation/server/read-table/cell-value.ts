import { plainNumber } from './plain-number.ts'

/** How a number is meant, told from its number format. `digits`: written with at least so many digits (0000). */
export type NumberKind =
  | { readonly kind: 'number' }
  | { readonly kind: 'moment' }
  | { readonly kind: 'elapsed' }
  | { readonly kind: 'digits'; readonly length: number }

const plain: NumberKind = { kind: 'number' }

// ECMA-376 part 1 §18.8.30: 14–22 and 45–47 everywhere; 27–36 and 50–58 are dates in the Chinese, Japanese and
// Korean editions.
const builtInMoment = (id: number) =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  id === 45 ||
  id === 47 ||
  (id >= 50 && id <= 58)

/** Tells what numbers of a format are. `code` is the workbook's own format text, absent for a built-in one. */
export function numberKind(id: number, code?: string): NumberKind {
  if (code === undefined) {
    if (id === 46) return { kind: 'elapsed' }
    return builtInMoment(id) ? { kind: 'moment' } : plain
  }
  if (/^0{2,}$/.test(code)) return { kind: 'digits', length: code.length }
  const literalsGone = code.replace(/"[^"]*"|\\.|[_*]./g, '')
  if (/\[(h+|m+|s+)\]/i.test(literalsGone)) return { kind: 'elapsed' }
  const first = literalsGone.replace(/\[[^\]]*\]/g, '').split(';')[0] ?? ''
  return /[ymdhs]/i.test(first) && !/general/i.test(first) ? { kind: 'moment' } : plain
}

const secondsPerDay = 86_400
const two = (value: number) => String(value).padStart(2, '0')

/**
 * A day number as ISO text without a zone: `2026-01-31`, `2026-01-31T08:30:00`, or `08:30:00` for a bare time. Null
 * outside 1900–9999. Day 60 of the 1900 system is 29 February 1900, which never was (ECMA-376 part 1 §18.17.4.1).
 */
export function isoFromSerial(serial: number, from1904: boolean): string | null {
  const seconds = Math.round(serial * secondsPerDay)
  const day = Math.floor(seconds / secondsPerDay)
  const ofDay = seconds - day * secondsPerDay
  const time = `${two(Math.floor(ofDay / 3600))}:${two(Math.floor(ofDay / 60) % 60)}:${two(ofDay % 60)}`
  if (day < 0 || day > 2_958_465 || (!from1904 && day === 60)) return null
  if (day === 0 && !from1904) return time
  const dayZero = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30)
  const date = new Date(dayZero + day * secondsPerDay * 1000).toISOString().slice(0, 10)
  return ofDay === 0 ? date : `${date}T${time}`
}

/** A number as Excel shows it: 15 significant digits, no exponent; whole numbers keep every digit they came with. */
function numberText(raw: string): string {
  if (/^-?\d+$/.test(raw)) return raw
  const value = Number(raw)
  return Number.isFinite(value) ? plainNumber(String(Number(value.toPrecision(15)))) : raw
}

/** The text of a numeric cell. */
export function numericCell(raw: string, kind: NumberKind, from1904: boolean): string {
  const trimmed = raw.trim()
  const value = Number(trimmed)
  if (trimmed === '' || !Number.isFinite(value)) return trimmed
  if (kind.kind === 'moment') return isoFromSerial(value, from1904) ?? numberText(trimmed)
  if (kind.kind === 'elapsed') {
    const seconds = Math.round(Math.abs(value) * secondsPerDay)
    const hours = Math.floor(seconds / 3600)
    return `${value < 0 ? '-' : ''}${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  }
  if (kind.kind === 'digits' && /^\d+$/.test(trimmed)) return trimmed.padStart(kind.length, '0')
  return numberText(trimmed)
}

/** Undoes `_x000D_` and its like, for characters XML cannot hold (ECMA-376 part 1 §22.9.2.19). */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
