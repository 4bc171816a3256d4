import type { HotMatter } from './hot-matter.ts'
import { type Pieces, piecesOf } from './pieces.ts'
import { placeFactor } from './place.ts'

/**
 * How much the headline says beside the whole. Measured (bench, task hot): from 0.2 to 0.4 the same groups; without it
 * one topic of many problems holds together as well as one problem does.
 */
const headlineShare = 0.3
/** A piece of a name weighs more: it says where. From 1.3 to 2 the same groups. */
const nameWeight = 1.5
/** Who says what more than a tenth of all residents say has said nothing of his own. */
const commonShare = 0.1
/** Fewer matters than this are no measure of what is common. */
const enoughToBeCommon = 50
/** Weights change as matters come; a matter's length is measured anew when they are so much more. */
const growthToMeasureAnew = 1.1

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
  /** Pieces by number, with their loudness; `named` 1 where it stands in a name. */
  readonly terms: Int32Array
  readonly whole: Float32Array
  readonly headline: Float32Array
  readonly named: Uint8Array
  lengths: Lengths
}

/** Everything grouping remembers of the matters themselves: an inverted index over their pieces. */
export type MatterIndex = {
  readonly kept: Kept[]
  readonly terms: Map<number, number>
  /** For each piece the residents that used it, and where it stands: matter, then its place there, in turns. */
  readonly voices: number[]
  readonly places: number[][]
  /** What a resident has said before, once there are two matters of theirs: their phrases count once. */
  readonly heard: Map<string, { readonly first: number; said: Set<number> | null }>
  sums: Float64Array
}

export function emptyIndex(): MatterIndex {
  return {
    kept: [],
    terms: new Map(),
    voices: [],
    places: [],
    heard: new Map(),
    sums: new Float64Array(0),
  }
}

function numberOf(index: MatterIndex, key: number): number {
  const known = index.terms.get(key)
  if (known !== undefined) return known
  index.voices.push(0)
  index.places.push([])
  index.terms.set(key, index.terms.size)
  return index.terms.size - 1
}

/** Counts each piece once for each resident, so that nobody makes a word common, or rare, by repeating it. */
function countVoices(index: MatterIndex, voice: string, at: number, terms: Int32Array): void {
  const before = index.heard.get(voice)
  if (before) before.said ??= new Set(index.kept[before.first]?.terms)
  else index.heard.set(voice, { first: at, said: null })
  for (const term of terms) {
    if (before?.said?.has(term)) continue
    before?.said?.add(term)
    index.voices[term] = (index.voices[term] ?? 0) + 1
  }
}

/** Takes a matter in; returns its number in the index. */
export function keepMatter(
  index: MatterIndex,
  matter: HotMatter,
  { pieces, areas }: Pieces = piecesOf(matter.headline, matter.words),
): number {
  const at = index.kept.length
  const terms = Int32Array.from(pieces, ({ key }) => numberOf(index, key))
  index.kept.push({
    matter,
    areas,
    terms,
    whole: Float32Array.from(pieces, ({ whole }) => whole),
    headline: Float32Array.from(pieces, ({ headline }) => headline),
    named: Uint8Array.from(pieces, ({ named }) => (named ? 1 : 0)),
    lengths: { whole: 0, wholeTold: 0, headline: 0, headlineTold: 0, measuredAt: 0 },
  })
  countVoices(index, matter.voice, at, terms)
  terms.forEach((term, slot) => index.places[term]?.push(at, slot))
  return at
}

/** How much a piece says: the rarer among residents, the more; nothing when one alone uses it, or everybody. */
function weightOf(index: MatterIndex, term: number): number {
  const voices = index.voices[term] ?? 0
  const matters = index.kept.length
  if (voices < 2) return 0
  if (matters > enoughToBeCommon && voices > matters * commonShare) return 0
  return Math.max(0, Math.log((matters + 1) / voices))
}

function measure(index: MatterIndex, kept: Kept): Lengths {
  const matters = index.kept.length
  if (matters <= kept.lengths.measuredAt * growthToMeasureAnew) return kept.lengths
  const sums = { whole: 0, wholeTold: 0, headline: 0, headlineTold: 0 }
  kept.terms.forEach((term, slot) => {
    const weight = weightOf(index, term)
    const whole = ((kept.whole[slot] ?? 0) * weight) ** 2
    const headline = ((kept.headline[slot] ?? 0) * weight) ** 2
    const named = kept.named[slot] === 1
    sums.whole += named ? whole * nameWeight ** 2 : whole
    sums.headline += named ? headline * nameWeight ** 2 : headline
    if (named) return
    sums.wholeTold += whole
    sums.headlineTold += headline
  })
  kept.lengths = {
    whole: Math.sqrt(sums.whole) || 1,
    wholeTold: Math.sqrt(sums.wholeTold) || 1,
    headline: Math.sqrt(sums.headline) || 1,
    headlineTold: Math.sqrt(sums.headlineTold) || 1,
    measuredAt: matters,
  }
  return kept.lengths
}

/** How alike two matters are: all in all, and in what they tell beside names of places and bodies. Both 0 to 1. */
export type Alike = { readonly all: number; readonly told: number }

function addShared(index: MatterIndex, one: Kept, sums: Float64Array, touched: number[]): void {
  one.terms.forEach((term, slot) => {
    const weight = weightOf(index, term) ** 2
    const places = index.places[term]
    if (weight === 0 || !places) return
    const [whole, headline] = [(one.whole[slot] ?? 0) * weight, (one.headline[slot] ?? 0) * weight]
    const named = one.named[slot] === 1
    for (let i = 0; i < places.length; i += 2) {
      const [matter, place] = [places[i] ?? 0, places[i + 1] ?? 0]
      const other = index.kept[matter]
      if (!other) continue
      const otherNamed = other.named[place] === 1
      const factor = (named ? nameWeight : 1) * (otherNamed ? nameWeight : 1)
      const wholes = whole * (other.whole[place] ?? 0)
      const headlines = headline * (other.headline[place] ?? 0)
      const base = matter * 4
      if (sums[base] === 0) touched.push(matter)
      sums[base] = (sums[base] ?? 0) + wholes * factor
      sums[base + 1] = (sums[base + 1] ?? 0) + headlines * factor
      if (named || otherNamed) continue
      sums[base + 2] = (sums[base + 2] ?? 0) + wholes
      sums[base + 3] = (sums[base + 3] ?? 0) + headlines
    }
  })
}

/**
 * Tells for every matter that shares a piece with this one how alike they are, itself included. What lies apart is
 * half as alike (place.ts). Costs what the pieces' lists are long.
 */
export function eachAlike(
  index: MatterIndex,
  at: number,
  tell: (other: number, alike: Alike) => void,
): void {
  const one = index.kept[at]
  if (!one) return
  if (index.sums.length < index.kept.length * 4)
    index.sums = new Float64Array(index.kept.length * 8)
  const { sums } = index
  const touched: number[] = []
  addShared(index, one, sums, touched)
  const mine = measure(index, one)
  for (const matter of touched) {
    const other = index.kept[matter]
    const base = matter * 4
    const [whole = 0, headline = 0, wholeTold = 0, headlineTold = 0] = sums.subarray(base, base + 4)
    sums.fill(0, base, base + 4)
    if (!other) continue
    const its = measure(index, other)
    const factor = placeFactor(one, other)
    tell(matter, {
      all:
        factor *
        (((1 - headlineShare) * whole) / (mine.whole * its.whole) +
          (headlineShare * headline) / (mine.headline * its.headline)),
      told:
        ((1 - headlineShare) * wholeTold) / (mine.wholeTold * its.wholeTold) +
        (headlineShare * headlineTold) / (mine.headlineTold * its.headlineTold),
    })
  }
}
