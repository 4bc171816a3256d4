import { addEntry, type Entries, emptyEntries } from './entries.ts'
import type { HotMatter } from './hot-matter.ts'
import { piecesOf } from './pieces.ts'
import { placeFactor } from './place.ts'

/**
 * How much the headline says beside the whole. Without it a topic of many problems holds together as well as one
 * problem does.
 */
const headlineShare = 0.3
/** A piece of a name weighs more: it says where. */
const nameWeight = 1.5
/** What more than a tenth of all residents say, and more than a hundred, is nobody's own word. */
const commonShare = 0.1
const commonVoices = 100
/**
 * Among few matters a word used by one resident is one that others had no time to use yet; among many it is a slip of
 * the pen, which should not make two texts less alike. At so many matters it weighs half.
 */
const youngMatters = 200
/** Weights change as matters come; a matter's length is measured anew when they are so much more. */
const growthToMeasureAnew = 1.1

const roundingError = 1e-6

type Lengths = {
  whole: number
  wholeTold: number
  headline: number
  headlineTold: number
  measuredAt: number
}

type Kept = {
  readonly matter: HotMatter
  readonly areas: readonly string[]
  /** Its pieces are the entries from here up to, not on, `end`. */
  readonly begin: number
  readonly end: number
  /** It names a place or a body. */
  readonly names: boolean
  lengths: Lengths
}

/** Everything grouping remembers of the matters themselves: an inverted index over their pieces. */
export type MatterIndex = {
  readonly kept: Kept[]
  /** The number of each piece by its key. */
  readonly terms: Map<number, number>
  /** For each piece: how many residents used it, and its entries. */
  readonly voices: number[]
  readonly lists: number[][]
  readonly entries: Entries
  /** What a resident has said before, once there are two matters of theirs: their phrases count once. */
  readonly heard: Map<string, { readonly first: number; said: Set<number> | null }>
  /** Room for sums, four of each matter; all zero between two uses. */
  sums: Float64Array
}

/** Before the first matter. */
export function emptyIndex(): MatterIndex {
  return {
    kept: [],
    terms: new Map(),
    voices: [],
    lists: [],
    entries: emptyEntries(),
    heard: new Map(),
    sums: new Float64Array(0),
  }
}

function numberOf(index: MatterIndex, key: number): number {
  const known = index.terms.get(key)
  if (known !== undefined) return known
  index.voices.push(0)
  index.lists.push([])
  index.terms.set(key, index.terms.size)
  return index.terms.size - 1
}

/** Counts each piece once for each resident, so that nobody makes a word common, or known, by repeating it. */
function countVoices(index: MatterIndex, at: number, one: Kept): void {
  const { term } = index.entries
  const before = index.heard.get(one.matter.voice)
  const first = before && index.kept[before.first]
  if (before && first) before.said ??= new Set(term.subarray(first.begin, first.end))
  else index.heard.set(one.matter.voice, { first: at, said: null })
  for (const number of term.subarray(one.begin, one.end)) {
    if (before?.said?.has(number)) continue
    before?.said?.add(number)
    index.voices[number] = (index.voices[number] ?? 0) + 1
  }
}

/** Takes a matter in; returns its number in the index. */
export function keepMatter(index: MatterIndex, matter: HotMatter): number {
  const at = index.kept.length
  const begin = index.entries.used
  const { pieces, areas } = piecesOf(matter.headline, matter.words)
  for (const { key, whole, headline, named } of pieces) {
    const term = numberOf(index, key)
    index.lists[term]?.push(addEntry(index.entries, { term, matter: at, whole, headline, named }))
  }
  const lengths = { whole: 1, wholeTold: 1, headline: 1, headlineTold: 1, measuredAt: 0 }
  const names = pieces.some(({ named }) => named)
  const one = { matter, areas, begin, end: index.entries.used, names, lengths }
  index.kept.push(one)
  countVoices(index, at, one)
  return at
}

/** How much a piece says: the rarer among residents, the more; nothing when everybody uses it. */
function weightOf(index: MatterIndex, term: number): number {
  const voices = index.voices[term] ?? 1
  const matters = index.kept.length
  if (voices > Math.max(commonVoices, matters * commonShare)) return 0
  const weight = Math.max(0, Math.log((matters + 1) / voices))
  return voices > 1 ? weight : weight * Math.sqrt(youngMatters / (youngMatters + matters))
}

function measure(index: MatterIndex, one: Kept): Lengths {
  const { lengths } = one
  if (index.kept.length <= lengths.measuredAt * growthToMeasureAnew) return lengths
  const { entries } = index
  let [whole, wholeTold, headline, headlineTold] = [0, 0, 0, 0]
  for (let entry = one.begin; entry < one.end; entry++) {
    const weight = weightOf(index, entries.term[entry] ?? 0) ** 2
    const wholeSquare = (entries.whole[entry] ?? 0) ** 2 * weight
    const headlineSquare = (entries.headline[entry] ?? 0) ** 2 * weight
    const named = entries.named[entry] === 1
    whole += named ? wholeSquare * nameWeight ** 2 : wholeSquare
    headline += named ? headlineSquare * nameWeight ** 2 : headlineSquare
    if (named) continue
    wholeTold += wholeSquare
    headlineTold += headlineSquare
  }
  lengths.whole = Math.sqrt(whole) || 1
  lengths.wholeTold = Math.sqrt(wholeTold) || 1
  lengths.headline = Math.sqrt(headline) || 1
  lengths.headlineTold = Math.sqrt(headlineTold) || 1
  lengths.measuredAt = index.kept.length
  return lengths
}

/** Adds what the matter shares with each other one; returns which were met. */
function addShared(index: MatterIndex, one: Kept): number[] {
  const { entries, sums } = index
  const { matter, whole, headline, named, term } = entries
  const touched: number[] = []
  for (let mine = one.begin; mine < one.end; mine++) {
    const number = term[mine] ?? 0
    const weight = weightOf(index, number) ** 2
    if (weight === 0) continue
    const [myWhole, myHeadline] = [(whole[mine] ?? 0) * weight, (headline[mine] ?? 0) * weight]
    const told = named[mine] === 0
    for (const entry of index.lists[number] ?? []) {
      const base = (matter[entry] ?? 0) * 4
      const bothTold = told && named[entry] === 0
      const factor = bothTold ? 1 : (told ? 1 : nameWeight) * (named[entry] === 1 ? nameWeight : 1)
      const wholes = myWhole * (whole[entry] ?? 0)
      const headlines = myHeadline * (headline[entry] ?? 0)
      if (sums[base] === 0) touched.push(base / 4)
      sums[base] = (sums[base] ?? 0) + wholes * factor
      sums[base + 1] = (sums[base + 1] ?? 0) + headlines * factor
      if (!bothTold) continue
      sums[base + 2] = (sums[base + 2] ?? 0) + wholes
      sums[base + 3] = (sums[base + 3] ?? 0) + headlines
    }
  }
  return touched
}

/**
 * Tells for every matter that shares a piece with this one how alike they are (`all`: 0 to 1, more where the points
 * are near; `told`: 0 to 1, without names of places and bodies), itself included. Costs what the lists are long.
 */
export function eachAlike(
  index: MatterIndex,
  at: number,
  tell: (other: number, all: number, told: number) => void,
): void {
  const one = index.kept[at]
  if (!one) return
  if (index.sums.length < index.kept.length * 4)
    index.sums = new Float64Array(index.kept.length * 8)
  const { sums } = index
  const mine = measure(index, one)
  const share = { whole: 1 - headlineShare, headline: headlineShare }
  for (const matter of addShared(index, one)) {
    const base = matter * 4
    const whole = ((sums[base] ?? 0) * share.whole) / mine.whole
    const headline = ((sums[base + 1] ?? 0) * share.headline) / mine.headline
    const wholeTold = ((sums[base + 2] ?? 0) * share.whole) / mine.wholeTold
    const headlineTold = ((sums[base + 3] ?? 0) * share.headline) / mine.headlineTold
    const [shared, told] = [sums[base] ?? 0, sums[base + 2] ?? 0]
    for (let i = base; i < base + 4; i++) sums[i] = 0
    const other = index.kept[matter]
    if (!other) continue
    const its = measure(index, other)
    const sharesName = one.names && other.names ? shared > told + roundingError : null
    tell(
      matter,
      placeFactor(one, other, sharesName) * (whole / its.whole + headline / its.headline),
      wholeTold / its.wholeTold + headlineTold / its.headlineTold,
    )
  }
}
