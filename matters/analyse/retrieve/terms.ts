import { plainText } from '../text/plain.ts'
import { foldWidth } from '../text/units.ts'

/** How often each term stands in a text, and how many terms it has in all. */
export type Terms = { readonly counts: ReadonlyMap<string, number>; readonly length: number }

/** A text as ranked search sees it: single characters and pairs of neighbours, each kind with its own length. */
export type Described = { readonly singles: Terms; readonly pairs: Terms }

const gaps = /[^\p{L}\p{N}]+/gv

function termsOf(runs: readonly string[], width: 1 | 2): Terms {
  const counts = new Map<string, number>()
  let length = 0
  for (const run of runs) {
    const characters = Array.from(run)
    for (let i = 0; i + width <= characters.length; i += 1) {
      const term = width === 1 ? (characters[i] ?? '') : `${characters[i]}${characters[i + 1]}`
      counts.set(term, (counts.get(term) ?? 0) + 1)
      length += 1
    }
  }
  return { counts, length }
}

/**
 * Cuts a text into its terms. Letters and digits are cut like Chinese characters, so that 261路 is found by 61路 and a
 * name like A7县 by its own pair. Width and case are folded, markup is gone.
 */
export function describe(text: string): Described {
  const runs = foldWidth(plainText(text)).split(gaps)
  return { singles: termsOf(runs, 1), pairs: termsOf(runs, 2) }
}
