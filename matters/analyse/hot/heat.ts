import { piecesOf } from './pieces.ts'

/** Half a year after somebody spoke, their voice counts half: by then most matters have long been closed. Days. */
export const halfLifeDays = 180
/** Fewer residents than this are no issue of many, however often they write. */
export const leastVoices = 3
/** Where headlines agree so much, the members speak of one problem; where less, of one topic with several. */
const agreementOfOneProblem = 0.25
/** Pairs of headlines are compared among so many residents at most. */
const mostHeadlines = 40

/** What heat is made of. No name and no count of one person's writing enters. */
export type HeatParts = {
  /** Different residents, each with the weight of their latest word: `fading` of its age. */
  readonly voices: number
  /** Who said "me too" without writing, each with the weight of the matter's age. */
  readonly support: number
  /** From 0 to 1, of `agreementOf`. */
  readonly agreement: number
}

/** The weight of what was said so many days ago. */
export const fading = (days: number): number => 0.5 ** (Math.max(0, days) / halfLifeDays)

/**
 * The heat of an issue: residents count one by one, support by its logarithm (a click is no letter, and a link that
 * went round brings thousands), and a mere topic counts for less than a problem.
 */
export function heatOf({ voices, support, agreement }: HeatParts): number {
  // Squared: one problem is agreed on twice, in its place and in its trouble.
  const one = Math.min(1, agreement / agreementOfOneProblem) ** 2
  return (voices + Math.log(1 + Math.max(0, support))) * one
}

export type Headline = { readonly voice: string; readonly headline: string }

function likeness(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let shared = 0
  for (const key of one) if (other.has(key)) shared += 1
  return shared / Math.sqrt(one.size * other.size)
}

/** What each resident says in headlines, all of theirs together; evenly chosen residents where there are many. */
function saidInHeadlines(members: readonly Headline[]): Set<number>[] {
  const said = new Map<string, Set<number>>()
  for (const { voice, headline } of members) {
    const keys = said.get(voice) ?? new Set()
    for (const { key } of piecesOf(headline, '').pieces) keys.add(key)
    said.set(voice, keys)
  }
  const all = [...said.values()].filter(({ size }) => size > 0)
  const step = Math.max(1, all.length / mostHeadlines)
  return all.filter((_, i) => i === 0 || Math.floor(i / step) !== Math.floor((i - 1) / step))
}

/** How far different residents head their matters alike: 0 nothing in common, 1 word for word. */
export function agreementOf(members: readonly Headline[]): number {
  const said = saidInHeadlines(members)
  let [sum, pairs] = [0, 0]
  said.forEach((one, i) => {
    for (const other of said.slice(i + 1)) {
      sum += likeness(one, other)
      pairs += 1
    }
  })
  return pairs === 0 ? 0 : sum / pairs
}

/** The headline that has most in common with the others' (the shortest of those alike), as the name of them all. */
export function titleOf(members: readonly Headline[]): string {
  const all = members
    .map(({ headline }) => headline.trim())
    .filter((headline) => headline !== '')
    .slice(-mostHeadlines * 2)
    .map((headline) => ({
      headline,
      keys: new Set(piecesOf(headline, '').pieces.map(({ key }) => key)),
    }))
  let best = { headline: '', closeness: -1 }
  for (const one of all) {
    const closeness = all.reduce((sum, other) => sum + (likeness(one.keys, other.keys) || 0), 0)
    const nearer = closeness > best.closeness + 1e-9
    const shorter = closeness > best.closeness - 1e-9 && one.headline.length < best.headline.length
    if (nearer || shorter) best = { headline: one.headline, closeness }
  }
  return best.headline
}
