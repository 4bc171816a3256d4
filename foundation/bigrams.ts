/**
 * Chinese search without a dictionary: a run of characters is stored as its overlapping pairs, so a phrase of pairs
 * finds any piece of it, exactly as `like` would, through an index. The last character of a run is stored alone, so
 * that every character begins a token and a query of one character can be answered by prefix.
 *
 * Both texts are made for PostgreSQL's configuration 'simple'. Width and ligatures are folded (NFKC), case is folded,
 * traditional characters stay what they are.
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

function fold(text: string): string {
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

/** The tokens of one run in their order; the positions of a phrase follow from it. */
function tokensOf(run: string): string[] {
  if (!isHan.test(run)) return [Array.from(run).slice(0, wordLength).join('')]
  return [...pairsOf(run), lastCharacter(run)]
}

/** The text for `to_tsvector('simple', $1)`: tokens with a space between. */
export function searchVectorText(text: string): string {
  const tokens: string[] = []
  let bytes = 0
  for (const [run] of fold(text).matchAll(runPattern)) {
    for (const token of tokensOf(run)) {
      // At most three bytes of UTF-8 for each UTF-16 unit, and what the store keeps beside each.
      bytes += token.length * 3 + 8
      if (tokens.length >= tokensMax || bytes > bytesMax) return tokens.join(' ')
      tokens.push(token)
    }
  }
  return tokens.join(' ')
}

/**
 * The phrase for what was typed without a gap. In its last run the found text may go on: a run of several characters
 * gives its pairs, a single character all that begin with it. In the runs before, the end is exact.
 */
function phraseOf(runs: readonly string[]): string[] {
  return runs.flatMap((run, i) => {
    if (i < runs.length - 1 || !isHan.test(run)) return tokensOf(run).map(quoted)
    const pairs = pairsOf(run)
    return pairs.length > 0 ? pairs.map(quoted) : [`${quoted(run)}:*`]
  })
}

/** Tokens hold letters, digits and marks only: nothing in them ends a quotation. */
function quoted(token: string): string {
  return `'${token}'`
}

/**
 * The text for `to_tsquery('simple', $1)`: what stands together must be found together, what is apart must be found
 * somewhere. Null when nothing in it can be searched for. Any input gives a valid query.
 */
export function searchQueryText(words: string): string | null {
  const phrases: string[] = []
  let room = queryTokensMax
  for (const piece of fold(words).split(/[^\p{L}\p{N}\p{M}]+/v)) {
    const runs = piece.match(runPattern)
    if (!runs || room <= 0) continue
    const phrase = phraseOf(runs).slice(0, room)
    room -= phrase.length
    phrases.push(phrase.length > 1 ? `(${phrase.join(' <-> ')})` : phrase.join(''))
  }
  return phrases.length > 0 ? phrases.join(' & ') : null
}
