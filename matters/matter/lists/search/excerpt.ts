import { foldForSearch, singular } from '#foundation/bigrams.ts'

/** A text in pieces, in order: what was looked for, and what stands between. */
export type Parts = { readonly text: string; readonly hit: boolean }[]

type Hit = { readonly from: number; readonly to: number; readonly piece: string }

/** A folded text, and for each of its units where it stands in the text itself; null: at the same place. */
type Folded = { readonly text: string; readonly at: readonly number[] | null }

// Letters, digits and signs of Latin and Chinese, of both widths, fold to one unit each.
const plainText = /^[\x20-\x7e\u3001-\u3011\u4e00-\u9fff\uff01-\uff5e\u2018-\u201d]*$/

/** Sign by sign, since folding may make a sign longer (㎡, ﬁ) and a place in it must be a place of the text. */
function foldWithPlaces(text: string): Folded {
  if (plainText.test(text)) return { text: foldForSearch(text), at: null }
  let folded = ''
  const at: number[] = []
  let from = 0
  for (const sign of text) {
    const one = foldForSearch(sign)
    folded += one
    for (let i = 0; i < one.length; i += 1) at.push(from)
    from += sign.length
  }
  at.push(from)
  return { text: folded, at }
}

const isWordSign = (sign: string) => /[[\p{L}\p{N}\p{M}]--\p{Script=Han}]/v.test(sign)
const wordPattern = /^[[\p{L}\p{N}\p{M}]--\p{Script=Han}]+$/v

/** A word is found whole, as the index finds it: "light" is not in "lightning", and "12" not in "128". */
function isCutWord(text: string, from: number, to: number): boolean {
  const [before = '', first = ''] = [text[from - 1], text[from]]
  const [last = '', after = ''] = [text[to - 1], text[to]]
  return (isWordSign(before) && isWordSign(first)) || (isWordSign(last) && isWordSign(after))
}

function placesOf(text: string, piece: string): [number, number][] {
  if (wordPattern.test(piece))
    return [...text.matchAll(/[[\p{L}\p{N}\p{M}]--\p{Script=Han}]+/gv)].flatMap(
      ({ 0: word, index }): [number, number][] =>
        singular(word) === singular(piece) ? [[index, index + word.length]] : [],
    )
  const places: [number, number][] = []
  for (let from = text.indexOf(piece); from >= 0; from = text.indexOf(piece, from + 1))
    if (!isCutWord(text, from, from + piece.length)) places.push([from, from + piece.length])
  return places
}

/** Where the pieces stand in a text, in order; those that overlap are one. */
function findHits(text: string, pieces: readonly string[]): Hit[] {
  const folded = foldWithPlaces(text)
  const found = pieces.flatMap((piece) =>
    placesOf(folded.text, piece).map(([from, to]): Hit => {
      const { at } = folded
      if (at === null) return { from, to, piece }
      return { from: at[from] ?? 0, to: at[to] ?? text.length, piece }
    }),
  )
  found.sort((a, b) => a.from - b.from || b.to - a.to)
  const apart: Hit[] = []
  for (const hit of found) {
    const last = apart.at(-1)
    if (last && hit.from < last.to) {
      if (hit.to > last.to) apart.push({ ...hit, from: last.to })
    } else apart.push(hit)
  }
  return apart
}

function partsOf(text: string, hits: readonly Hit[], from: number, to: number): Parts {
  const parts: { text: string; hit: boolean }[] = []
  const put = (a: number, b: number, hit: boolean) => {
    const last = parts.at(-1)
    if (last?.hit === hit) last.text += text.slice(a, b)
    else if (b > a) parts.push({ text: text.slice(a, b), hit })
  }
  let done = from
  for (const hit of hits) {
    if (hit.from < from || hit.to > to) continue
    put(done, hit.from, false)
    put(hit.from, hit.to, true)
    done = hit.to
  }
  put(done, to, false)
  return parts
}

/** The whole text with what was looked for set apart. */
export const markHits = (text: string, pieces: readonly string[]): Parts =>
  partsOf(text, findHits(text, pieces), 0, text.length)

/** Whether everything that was looked for stands in a text. */
export function holdsAll(text: string, pieces: readonly string[]): boolean {
  const folded = foldForSearch(text)
  return pieces.every((piece) => placesOf(folded, piece).length > 0)
}

const excerptLength = 72
const leadLength = 14
const breakPattern = /[，。；！？：,;!?\n\s]/u
const gap = '…'
/** A letter of every other word in a long text is not weighed without end. */
const hitsWeighed = 100

/** The place where most different pieces stand together, the first of such places. */
function bestHit(hits: readonly Hit[]): Hit | null {
  let best: Hit | null = null
  let most = 0
  for (const hit of hits.slice(0, hitsWeighed)) {
    const within = hits.filter(({ from, to }) => from >= hit.from && to <= hit.from + excerptLength)
    const pieces = new Set(within.map(({ piece }) => piece)).size
    if (pieces > most) [best, most] = [hit, pieces]
  }
  return best
}

/** A little before the hit, behind a comma or full stop where there is one. */
function beginBefore(text: string, hit: number): number {
  const from = Math.max(0, hit - leadLength)
  if (from === 0) return 0
  for (let i = from; i < hit; i += 1) if (breakPattern.test(text[i] ?? '')) return i + 1
  return from
}

/** No cut through a sign that takes two units. */
const whole = (text: string, at: number) =>
  at > 0 && at < text.length && /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at

export type Excerpt = { readonly parts: Parts; readonly hits: number }

/**
 * Some words of a text around what was looked for, or its beginning where nothing of it stands there. Only text: what
 * looks like markup is text too.
 */
export function excerptOf(text: string, pieces: readonly string[]): Excerpt {
  const line = text.replace(/\s+/gu, ' ').trim()
  const hits = findHits(line, pieces)
  const best = bestHit(hits)
  const from = best ? whole(line, beginBefore(line, best.from)) : 0
  const to = whole(line, Math.min(line.length, from + excerptLength))
  const parts = partsOf(line, hits, from, to)
  if (from > 0) parts.unshift({ text: gap, hit: false })
  if (to < line.length) parts.push({ text: gap, hit: false })
  return { parts, hits: hits.length }
}
