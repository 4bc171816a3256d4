import { type Refusal, refuse } from '#foundation/refusal.ts'
import type { Division, DivisionKind, Level } from './model.ts'

/**
 * First day of what no source dates: the earliest day the house accepts at all. Division lists say what stood on the
 * day they were printed, never since when, and matters of years ago must still find their division.
 */
export const sinceUnknown = '1900-01-01'

/** A way of writing division codes. Codes are read only through it; nothing else looks at their digits. */
export type CodeScheme = {
  readonly name: string
  /** Null when the text is no code of this scheme. */
  levelOf(code: string): Level | null
  kindOf(code: string, name: string): DivisionKind | null
  /** The nearest division above that `known` knows; null at the top or for an orphan. */
  parentOf(code: string, known: (code: string) => boolean): string | null
}

const levelLengths: readonly (readonly [Level, number])[] = [
  ['province', 2],
  ['prefecture', 4],
  ['county', 6],
  ['township', 9],
  ['village', 12],
]

/** How the levels that only fill a gap are called in the list (domain.md 8.1). */
const placeholderNames: ReadonlySet<string> = new Set([
  '市辖区',
  '县',
  '省直辖县级行政区划',
  '自治区直辖县级行政区划',
])

/**
 * 统计用区划代码: 12 digits, 2 + 2 + 2 + 3 + 3, unused levels 0. [domain.md 8.1, W84]
 * A town of 东莞 (441900101000) has no county above it: 441900000000 is the prefecture itself, so its level is read
 * from the zeros and its parent is looked up, not cut off.
 */
export const statisticalScheme: CodeScheme = {
  name: 'NBS-12',
  levelOf(code) {
    if (!/^[1-9]\d{11}$/.test(code)) return null
    const found = levelLengths.find(([, length]) => /^0*$/.test(code.slice(length)))
    return found?.[0] ?? null
  },
  kindOf(code, name) {
    switch (statisticalScheme.levelOf(code)) {
      case 'prefecture':
        return placeholderNames.has(name) ? 'placeholder' : null
      case 'township':
        return townshipKind(Number(code.slice(6, 9)))
      case 'village':
        return villageKind(Number(code.slice(9, 12)))
      default:
        return null
    }
  },
  parentOf(code, known) {
    for (const [, length] of [...levelLengths].reverse()) {
      const above = code.slice(0, length).padEnd(12, '0')
      if (above !== code && known(above)) return above
    }
    return null
  },
}

// Digits 7–9: 001–099 street, 100–199 town, 200–399 township, 400–599 quasi-township. [domain.md 8.1, W84]
function townshipKind(part: number): DivisionKind {
  if (part < 100) return 'street'
  if (part < 200) return 'town'
  return part < 400 ? 'rural' : 'quasiTownship'
}

// Digits 10–12: 001–199 residents, 200–399 villagers, 400– quasi residents, 500– quasi villagers; 498 and 598 virtual.
function villageKind(part: number): DivisionKind {
  if (part === 498 || part === 598) return 'virtual'
  if (part < 200) return 'residents'
  if (part < 400) return 'villagers'
  return part < 500 ? 'quasiResidents' : 'quasiVillagers'
}

/**
 * The register's form of a code as people and files write it: GB/T 2260 (2, 4, 6 digits) and GB/T 10114 (9) are
 * filled up to 12. Anything else is returned as it is: it belongs to another scheme.
 */
export function registerCode(written: string): string {
  const code = written.trim()
  return /^[1-9]\d*$/.test(code) && [2, 4, 6, 9].includes(code.length) ? code.padEnd(12, '0') : code
}

type Span = { readonly validFrom: string; readonly validTo: string | null }

/** True from `validFrom` on, and no longer on `validTo`. Days are YYYY-MM-DD, so text order is day order. */
export function isValidOn(span: Span, day: string): boolean {
  return span.validFrom <= day && (span.validTo === null || day < span.validTo)
}

/** The version that holds on a day; undefined when none does. */
export function versionOn<T extends Span>(versions: readonly T[], day: string): T | undefined {
  return versions.find((version) => isValidOn(version, day))
}

/**
 * What a division of one day has become on a later day: follows successors from the version that held on `from` until
 * each line ends in a version that holds on `to`. A line that ends without successors yields nothing.
 * @param versions every known version of the codes on the way
 */
export function becameOf(
  code: string,
  from: string,
  to: string,
  versions: readonly Division[],
): Division[] {
  const ofCode = (wanted: string) => versions.filter((version) => version.code === wanted)
  const became = new Map<string, Division>()
  const seen = new Set<Division>()
  const open = [versionOn(ofCode(code), from)]
  while (open.length > 0) {
    const version = open.pop()
    if (!version || seen.has(version)) continue
    seen.add(version)
    const { validTo } = version
    if (isValidOn(version, to)) became.set(version.code, version)
    else if (validTo !== null)
      open.push(...version.successors.map((next) => versionOn(ofCode(next), validTo)))
  }
  return [...became.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
}

/**
 * The divisions a code lies in on a day, from the province down to itself; empty when the code does not hold that day.
 * Placeholder levels (市辖区) are left out: nobody says them in an address.
 * @param versions the code's and its parents' versions
 */
export function pathIn(
  versions: readonly Division[],
  code: string | null,
  day: string,
): Division[] {
  const path: Division[] = []
  let next = code
  while (next !== null && path.length <= levelLengths.length) {
    const here = next
    const version = versionOn(
      versions.filter((known) => known.code === here),
      day,
    )
    if (!version) break
    path.unshift(version)
    next = version.parent
  }
  return path.filter((version) => version.kind !== 'placeholder')
}

/** One of the codes that take a division's place, and which of its subdivisions it takes. */
export type Successor = {
  readonly code: string
  readonly name: string
  /** The division above it, where that is another than before. */
  readonly parent?: string
  /** Codes directly below; may be left out by a single successor, which takes all. */
  readonly children?: readonly string[]
}

/** Null when the division may be replaced on that day by those codes; otherwise why not. */
export function whyNotSucceed(
  division: Division | null,
  children: readonly Division[],
  day: string,
  into: readonly Successor[],
): Refusal | null {
  if (!division) return refuse('places.divisionUnknown', 'missing', { field: 'code' })
  const values = { code: division.code, name: division.name }
  if (division.validTo !== null) {
    return refuse('places.divisionEnded', 'conflict', {
      values: { ...values, day: division.validTo },
    })
  }
  if (day <= division.validFrom)
    return refuse('places.endsBeforeItBegins', 'invalid', { field: 'day', values })
  if (into.length === 0) return refuse('places.noSuccessor', 'invalid', { field: 'into', values })
  const codes = into.map((next) => next.code)
  if (new Set(codes).size < codes.length)
    return refuse('places.successorTwice', 'invalid', { field: 'into', values })
  return whyNotMoveChildren(children, day, into)
}

/** Each subdivision must go to exactly one successor, or it would hang on a code that no longer holds. */
function whyNotMoveChildren(
  children: readonly Division[],
  day: string,
  into: readonly Successor[],
): Refusal | null {
  const taken = into.flatMap((successor) => childrenTaken(children, into, successor))
  const wrong = children.find((child) => taken.filter((code) => code === child.code).length !== 1)
  if (wrong) {
    return refuse('places.childNotMoved', 'invalid', {
      field: 'into',
      values: { code: wrong.code, name: wrong.name },
    })
  }
  const strange = taken.find((code) => !children.some((child) => child.code === code))
  if (strange) {
    return refuse('places.childUnknown', 'invalid', { field: 'into', values: { code: strange } })
  }
  const young = children.find((child) => day <= child.validFrom)
  if (!young) return null
  const values = { code: young.code, name: young.name }
  return refuse('places.endsBeforeItBegins', 'invalid', { field: 'day', values })
}

/** Which subdivisions a successor takes: those it names; all of them when it is the only one and names none. */
export function childrenTaken(
  children: readonly Division[],
  into: readonly Successor[],
  successor: Successor,
): readonly string[] {
  return successor.children ?? (into.length === 1 ? children.map((child) => child.code) : [])
}

/**
 * Where a grid code of each known scheme holds its division: 14 = 12 + 2 (CJ/T 213), 15 = 12 + 3 (Beijing DB11),
 * 16 = 12 + 4, 20 = 6 + 12 + 2 (CJ/T 349-2010: the service object first). [domain.md 8.4, W3, W85, D1]
 */
const divisionInGridCode: Readonly<Record<string, readonly [start: number, length: number]>> = {
  'CJ/T 213': [0, 14],
  DB11: [0, 15],
  '12+4': [0, 16],
  'CJ/T 349': [6, 20],
}

/**
 * The division a grid code names, when its scheme is known and the code has that scheme's length. Other schemes are
 * welcome too; then the file must say where the grid belongs.
 */
export function divisionOfGrid(scheme: string, code: string): string | null {
  const place = divisionInGridCode[scheme]
  if (!place || code.length !== place[1]) return null
  return code.slice(place[0], place[0] + 12)
}
