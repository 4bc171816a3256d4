import { fold } from '../text/terms.ts'
import { cutAreas, emptyWordsIn, namesIn } from './names.ts'

/** How much of a text is read: what a matter is about stands at its beginning. Characters. */
const readCharacters = 300
const headlineCharacters = 100
/** A word in the headline counts as if it stood in the text so often. */
const headlineTimes = 3

/** One piece of a matter: a pair of Chinese characters, or a word or number of another script. */
export type Piece = {
  readonly key: number
  /** How loudly it is said, in the whole matter and in its headline: log2(1 + times). */
  readonly whole: number
  readonly headline: number
  /** It stands in the name of a place or a body: it says where or who, not what. */
  readonly named: boolean
}

export type Pieces = { readonly pieces: Piece[]; readonly areas: string[] }

const runPattern = /\p{Script=Han}+|[[\p{L}\p{N}\p{M}]--\p{Script=Han}]+/gv
const han = /^\p{Script=Han}/v

/** Keys of words lie above those of pairs (FNV-1a, 32 bits); two words with one key do no harm. */
function keyOfWord(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++)
    hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193) >>> 0
  return 2 ** 32 + hash
}

const keyOfPair = (run: string, at: number) => run.charCodeAt(at) * 65_536 + run.charCodeAt(at + 1)

/** What each character of a text is part of. */
const [told, named, empty] = [0, 1, 2]

type Heard = { whole: number; headline: number; named: boolean }

function listen(
  text: string,
  times: { whole: number; headline: number },
  heard: Map<number, Heard>,
) {
  const inside = new Uint8Array(text.length).fill(told)
  for (const { from, to } of emptyWordsIn(text)) inside.fill(empty, from, to)
  for (const { from, to } of namesIn(text)) inside.fill(named, from, to)
  const hear = (key: number, inName: boolean) => {
    const before = heard.get(key)
    heard.set(key, {
      whole: (before?.whole ?? 0) + times.whole,
      headline: (before?.headline ?? 0) + times.headline,
      named: inName || (before?.named ?? false),
    })
  }
  for (const match of text.matchAll(runPattern)) {
    const [run] = match
    if (!han.test(run)) {
      hear(keyOfWord(run), inside[match.index] === named)
      continue
    }
    for (let i = 0; i + 1 < run.length; i++) {
      const first = inside[match.index + i]
      // A pair half in a name is neither: it would carry the name into what is said about it.
      if (first !== empty && first === inside[match.index + i + 1])
        hear(keyOfPair(run, i), first === named)
    }
  }
}

/** What a matter is compared by. Any text is allowed; one without words has no pieces. */
export function piecesOf(headline: string, words: string): Pieces {
  const heard = new Map<number, Heard>()
  const head = cutAreas(fold(headline.slice(0, headlineCharacters)))
  const body = cutAreas(fold(words.trim().slice(0, readCharacters)))
  listen(head.text, { whole: headlineTimes, headline: 1 }, heard)
  listen(body.text, { whole: 1, headline: 0 }, heard)
  const pieces = [...heard].map(([key, { whole, headline, named }]) => ({
    key,
    whole: Math.log2(1 + whole),
    headline: Math.log2(1 + headline),
    named,
  }))
  return { pieces, areas: [...new Set([...head.areas, ...body.areas])] }
}
