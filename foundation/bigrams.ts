/**
 * Chinese search without a dictionary: a run of characters is stored as its overlapping pairs, so a phrase of pairs
 * finds any piece of it, exactly as `like` would, through an index. The last character of a run is stored alone, so
 * that every character begins a token and a query of one character can be answered by prefix.
 *
 * The texts are made for PostgreSQL's configuration 'simple', or to be cast as they are. Width and ligatures are folded
 * (NFKC), case is folded, the plural of English words is; traditional characters stay what they are.
 */

/** Runs that belong together: Chinese characters, or letters and digits of any other script. */
const runPattern = /\p{Script=Han}+|[[\p{L}\p{N}\p{M}]--\p{Script=Han}]+/gv
const isHan = /^\p{Script=Han}/v

// A lexeme may have 2,046 bytes, a tsvector 1 MB, and a position beyond 16,383 is no position (PostgreSQL manual,
// 12.11).
const wordLength = 64
const tokensMax = 16_000
const bytesMax = 800_000
const charactersMax = 100_000
/** Longer queries are cut: nobody remembers a longer phrase, and each pair costs a look-up. */
const queryTokensMax = 64

/** The form in which texts are compared: width, ligatures and case are folded. */
export function foldForSearch(text: string): string {
  return text.slice(0, charactersMax).normalize('NFKC').toLowerCase().slice(0, charactersMax)
}

/** Pairs of a run of Chinese characters; characters outside the basic plane count as one. */
function pairsOf(run: string): string[] {
  const characters = Array.from(run)
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`)
}

function lastCharacter(run: string): string {
  return Array.from(run.slice(-2)).at(-1) ?? run
}

const englishWord = /^[a-z]{4,}$/

/** Plural and singular of an English word are one word: the "S" stemmer (Harman 1991, How effective is suffixing?). */
export function singular(word: string): string {
  if (!englishWord.test(word) || /[us]s$/.test(word)) return word
  if (/[^ea]ies$/.test(word)) return `${word.slice(0, -3)}y`
  return word.endsWith('s') ? word.slice(0, -1) : word
}

/** The tokens of one run in their order; the positions of a phrase follow from it. */
function tokensOf(run: string): string[] {
  if (!isHan.test(run)) return [singular(Array.from(run).slice(0, wordLength).join(''))]
  return [...pairsOf(run), lastCharacter(run)]
}

/** What the store can still index of one thing. */
type Room = { tokens: number; bytes: number }

const wholeRoom = (): Room => ({ tokens: tokensMax, bytes: bytesMax })

/** The tokens of a text in their order, as far as there is room. */
function searchTokens(text: string, room: Room): string[] {
  const tokens: string[] = []
  for (const [run] of foldForSearch(text).matchAll(runPattern)) {
    for (const token of tokensOf(run)) {
      // At most three bytes of UTF-8 for each UTF-16 unit, and what the store keeps beside each.
      room.bytes -= token.length * 3 + 8
      room.tokens -= 1
      if (room.tokens < 0 || room.bytes < 0) return tokens
      tokens.push(token)
    }
  }
  return tokens
}

/** The text for `to_tsvector('simple', $1)`: tokens with a space between. */
export const searchVectorText = (text: string): string => searchTokens(text, wholeRoom()).join(' ')

/** PostgreSQL's four labels, by which a query can ask for words of one part of a text only. */
export type SearchLabel = 'A' | 'B' | 'C' | 'D'

/**
 * The text for `$1::tsvector` of a thing whose parts can be told apart. Words of one part never continue in the next.
 * @param marks whole lexemes beside the words, which no text can contain: they begin with a sign
 */
export function searchVector(
  parts: readonly (readonly [SearchLabel, string])[],
  marks: readonly string[] = [],
): string {
  const words: string[] = []
  const room = wholeRoom()
  let at = 0
  for (const [label, text] of parts) {
    for (const token of searchTokens(text, room)) words.push(`${quoted(token)}:${++at}${label}`)
    // A place left free: what ends one part and what begins the next stand not side by side.
    at += 1
  }
  return [...words, ...marks.map(quoted)].join(' ')
}

/**
 * The phrase for what was typed without a gap. In its last run the found text may go on: a run of several characters
 * gives its pairs, a single character all that begin with it. In the runs before, the end is exact.
 */
function phraseOf(runs: readonly string[], labels: string): string[] {
  const wanted = (token: string) => `${quoted(token)}${labels && `:${labels}`}`
  return runs.flatMap((run, i) => {
    if (i < runs.length - 1 || !isHan.test(run)) return tokensOf(run).map(wanted)
    const pairs = pairsOf(run)
    return pairs.length > 0 ? pairs.map(wanted) : [`${quoted(run)}:*${labels}`]
  })
}

/** Tokens hold letters, digits and marks only: nothing in them ends a quotation. */
function quoted(token: string): string {
  return `'${token}'`
}

/** What was typed without a gap, folded, as the runs it is made of. */
function piecesOf(words: string): string[][] {
  return foldForSearch(words)
    .split(/[^\p{L}\p{N}\p{M}]+/v)
    .flatMap((piece) => {
      const runs = piece.match(runPattern)
      return runs ? [[...runs]] : []
    })
}

/** What stands between blanks and signs, folded: the pieces a query asks for, each without a gap. */
export const searchPieces = (words: string): string[] =>
  piecesOf(words).map((runs) => runs.join(''))

/**
 * The text for `to_tsquery('simple', $1)` or `$1::tsquery`: what stands together must be found together, what is apart
 * must be found somewhere. Null when nothing in it can be searched for. Any input gives a valid query.
 * @param labels only words of these parts count, such as `AB`; empty for all
 */
export function searchQueryText(words: string, labels = ''): string | null {
  const phrases: string[] = []
  let room = queryTokensMax
  for (const runs of piecesOf(words)) {
    if (room <= 0) break
    const phrase = phraseOf(runs, labels).slice(0, room)
    room -= phrase.length
    phrases.push(phrase.length > 1 ? `(${phrase.join(' <-> ')})` : phrase.join(''))
  }
  return phrases.length > 0 ? phrases.join(' & ') : null
}
