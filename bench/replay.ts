import { now } from '#foundation/server/clock.ts'
import type { Sent, Transaction } from './transcript.ts'

/** What was made anew in a lifecycle (ids, numbers), in the order of `Play.fill`. */
type Fresh = readonly string[]

/** A statement that can be sent again and again with fresh ids. */
type Replayed = {
  readonly name?: string
  readonly text: (fresh: Fresh) => string
  readonly values?: readonly ((fresh: Fresh) => unknown)[]
  readonly after: number
}

/** One recorded lifecycle, ready to be played. `fill` makes the ids of one playing. */
export type Play = {
  readonly transactions: readonly (readonly Replayed[])[]
  readonly fill: (newId: () => string) => Fresh
}

const idPattern = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const numberPattern = /\b(\d{6}-\d{4}-)\d{6,9}\b/g
const anyPattern = new RegExp(`${idPattern.source}|${numberPattern.source}`, 'g')

const inWords = (value: unknown): string =>
  value instanceof Uint8Array
    ? ''
    : typeof value === 'string'
      ? value
      : (JSON.stringify(value) ?? '')

function wordsOf({ text, values }: Sent): string {
  return `${text} ${(values ?? []).map(inWords).join(' ')}`
}

/** Ids and numbers only one of the lifecycles speaks of: it made them. What several share was there before. */
function ownOf(lifecycles: readonly (readonly Transaction[])[]): Set<string>[] {
  const found = lifecycles.map(
    (transactions) =>
      new Set(transactions.flat().flatMap((sent) => wordsOf(sent).match(anyPattern) ?? [])),
  )
  const times = new Map<string, number>()
  for (const words of found) for (const word of words) times.set(word, (times.get(word) ?? 0) + 1)
  return found.map((words) => new Set([...words].filter((word) => times.get(word) === 1)))
}

/** A text with places for fresh words; the same text when it has none. */
function textWith(text: string, places: ReadonlyMap<string, number>): (fresh: Fresh) => string {
  const parts = cut(text, places)
  if (parts.length === 1) return () => text
  return (fresh) => {
    let whole = ''
    for (const part of parts) whole += typeof part === 'number' ? fresh[part] : part
    return whole
  }
}

function cut(text: string, places: ReadonlyMap<string, number>): (string | number)[] {
  const parts: (string | number)[] = []
  let end = 0
  for (const match of text.matchAll(anyPattern)) {
    const place = places.get(match[0])
    if (place === undefined) continue
    parts.push(text.slice(end, match.index), place)
    end = match.index + match[0].length
  }
  return [...parts, text.slice(end)]
}

function valueWith(value: unknown, places: ReadonlyMap<string, number>): (fresh: Fresh) => unknown {
  if (typeof value === 'string') return textWith(value, places)
  if (!Array.isArray(value) || !value.some((one) => places.has(String(one)))) return () => value
  const each = value.map((one) => valueWith(one, places))
  return (fresh) => each.map((one) => one(fresh))
}

// Above what the house gives out in a run, and apart from an earlier run on the same store.
let serial = 500_000_000 + (now().getTime() % 400_000_000)

/** Makes recorded lifecycles playable. */
export function playsOf(lifecycles: readonly (readonly Transaction[])[]): Play[] {
  const own = ownOf(lifecycles)
  return lifecycles.map((transactions, i) => {
    const words = [...(own[i] ?? [])]
    const places = new Map(words.map((word, place) => [word, place]))
    const prefixes = words.map((word) => new RegExp(`^${numberPattern.source}$`).exec(word)?.[1])
    return {
      transactions: transactions.map((transaction) =>
        transaction.map(({ name, text, values, after }) => ({
          ...(name === undefined ? {} : { name }),
          text: textWith(text, places),
          ...(values === undefined
            ? {}
            : { values: values.map((value) => valueWith(value, places)) }),
          after,
        })),
      ),
      fill: (newId) =>
        prefixes.map((prefix) => (prefix === undefined ? newId() : `${prefix}${serial++}`)),
    }
  })
}
