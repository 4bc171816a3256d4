import { findNumbers, type NumberKind } from './personal-data-numbers.ts'

/** What is found in free text and kept from public eyes. */
export type PersonalDataKind = NumberKind | 'email' | 'plate'

/** Where it stands, in UTF-16 units: `text.slice(from, to)`. */
export type Span = { readonly from: number; readonly to: number; readonly kind: PersonalDataKind }

/**
 * Full-width signs become plain ones, every kind of blank a blank and every kind of dash a dash. One unit stays one
 * unit, so that places found in the folded text are places of the text.
 */
function fold(text: string): string {
  return text.replace(
    /[\uFF01-\uFF5E]|[\u3000\u00A0\u2000-\u200D\u202F\u2060\uFEFF\t]|[\u2010-\u2015\u2212\u30FC]/g,
    (sign) => {
      const code = sign.charCodeAt(0)
      if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
      return (code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0x30fc ? '-' : ' '
    },
  )
}

const hostPattern = /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/
const addressSigns = new Set('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._%+-')

/** Addresses are read outwards from each @, so that no text makes the search slow (lengths: RFC 5321 §4.5.3.1). */
function findAddresses(folded: string): Span[] {
  const spans: Span[] = []
  for (let at = folded.indexOf('@'); at >= 0; at = folded.indexOf('@', at + 1)) {
    let from = at
    while (from > at - 64 && addressSigns.has(folded.charAt(from - 1))) from--
    let end = at + 1
    while (end < at + 254 && addressSigns.has(folded.charAt(end))) end++
    if (from === at || end < at + 4) continue
    const host = hostPattern.exec(folded.slice(at + 1, end))?.[0]
    if (host) spans.push({ from, to: at + 1 + host.length, kind: 'email' })
  }
  return spans
}

const province = '[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新]'
const sign = '[A-HJ-NP-Z0-9]'
// GA 36: the province, a letter, five signs (six for new energy) with a digit among the first four; or four and a word.
const platePattern = new RegExp(
  `${province}[A-HJ-NP-Z][ ·•.-]?(?=[A-HJ-NP-Z]{0,3}\\d)(?:${sign}{5,6}|${sign}{4}[学警挂港澳])(?![A-Za-z0-9])`,
  'g',
)

function findPlates(folded: string): Span[] {
  return Array.from(folded.matchAll(platePattern), ({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
    kind: 'plate' as const,
  }))
}

/**
 * Finds mobile numbers, landlines, 18-digit citizen numbers, bank cards, e-mail addresses and number plates of the
 * mainland in free text, however they are spaced; in order, none overlapping. Takes time in proportion to the text.
 * Not found: numbers written in words, 15-digit citizen numbers (out of use), passports, names, addresses.
 */
export function findPersonalData(text: string): Span[] {
  const folded = fold(text)
  const spans = [...findAddresses(folded), ...findNumbers(folded), ...findPlates(folded)]
  spans.sort((a, b) => a.from - b.from || b.to - a.to)
  const apart: Span[] = []
  let done = 0
  for (const span of spans) {
    // An address may run into a number written before it without a gap; what is left of it is still hidden.
    if (span.to > done) apart.push({ ...span, from: Math.max(span.from, done) })
    done = Math.max(done, span.to)
  }
  return apart
}

/**
 * How many letters and digits stay: enough to see what kind of thing was there, too little to reach or know somebody.
 * 138********, 0731-********, 湘A·*****; nothing of a citizen number, a card or an address.
 */
function keptOf(kind: PersonalDataKind, found: string): number {
  switch (kind) {
    case 'mobile':
      return 3
    case 'landline':
      return found.startsWith('0') || found.startsWith('０')
        ? /^[0０][1１2２]/.test(found)
          ? 3
          : 4
        : 0
    case 'plate':
      return 2
    case 'citizenNumber':
    case 'bankCard':
    case 'email':
      return 0
  }
}

/**
 * The text as others may read it: each hidden letter or digit becomes `*`, blanks and signs stay, and so does the
 * length, so that the writer's preview can point at the places. Masking what is masked changes nothing.
 */
export function maskPersonalData(text: string): string {
  let masked = ''
  let done = 0
  for (const { from, to, kind } of findPersonalData(text)) {
    const found = text.slice(from, to)
    let kept = keptOf(kind, found)
    masked +=
      text.slice(done, from) + found.replace(/[\p{L}\p{N}]/gu, (sign) => (kept-- > 0 ? sign : '*'))
    done = to
  }
  return masked + text.slice(done)
}
