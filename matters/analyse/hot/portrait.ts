import { fold } from '../text/terms.ts'
import { cutAreas, namesIn } from './names.ts'

const dayMilliseconds = 86_400_000
/** A name is the place when so large a part of the residents use it. */
const placeShare = 0.4
const readCharacters = 300

export type Told = { readonly voice: string; readonly headline: string; readonly words: string }

/** The names of one matter; one letter or digit is none. */
function namesOf({ headline, words }: Told): Set<string> {
  const text = cutAreas(fold(`${headline}。${words.slice(0, readCharacters)}`)).text
  const names = namesIn(text).map(({ from, to }) => text.slice(from, to))
  return new Set(names.filter((name) => name.length >= 2))
}

/** The place or body that most residents name; empty when they name none. Of two named alike, the longer. */
export function placeOf(members: readonly Told[]): string {
  const voicesOf = new Map<string, Set<string>>()
  for (const member of members) {
    for (const name of namesOf(member)) {
      const voices = voicesOf.get(name) ?? new Set()
      voicesOf.set(name, voices.add(member.voice))
    }
  }
  const least = Math.max(2, new Set(members.map(({ voice }) => voice)).size * placeShare)
  const [best] = [...voicesOf]
    .filter(([, { size }]) => size >= least)
    .sort(([a, one], [b, other]) => other.size - one.size || b.length - a.length)
  return best?.[0].toUpperCase() ?? ''
}

/** How many matters came in each of the last weeks, the oldest first; `now` ends the last one. */
export function weeksOf(times: readonly number[], now: number, weeks: number): number[] {
  const counts = Array.from({ length: weeks }, () => 0)
  for (const time of times) {
    const ago = Math.floor((now - time) / (7 * dayMilliseconds))
    const at = weeks - 1 - Math.max(0, ago)
    if (at >= 0) counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}
