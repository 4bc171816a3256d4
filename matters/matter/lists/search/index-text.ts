import { type SearchLabel, searchVector } from '#foundation/bigrams.ts'
import { maskPersonalData } from '#foundation/personal-data.ts'
import type { EventAudience, Matter } from '../../model.ts'

/**
 * Which part of a matter a word stands in: `A` title, `B` words and place, `C` a reply everybody may read, `D` a reply
 * only the resident and the offices may.
 */
export const searchParts = { title: 'A', words: 'B', publicReply: 'C', reply: 'D' } as const

/** What the public can find: never a reply that was not meant for them. */
export const publicParts = 'ABC'

/** What the office replied, and who may read it. */
export type Reply = { readonly words: string; readonly audience: EventAudience }

/** The reply that an act told the resident; null where it told none. What stays inside is none. */
export function replyIn(shown: unknown, audience: EventAudience): Reply | null {
  const reply = (shown as { reply?: unknown } | null)?.reply
  return audience !== 'inside' && typeof reply === 'string' && reply !== ''
    ? { words: reply, audience }
    : null
}

/** The mark of the day something came in. Days are those of UTC: nothing but the search itself reads them. */
export const dayMark = (county: number, at: Date) =>
  `@${county}/${at.toISOString().slice(0, 10).replaceAll('-', '')}`
/** The mark of the month. */
export const monthMark = (county: number, at: Date) => dayMark(county, at).slice(0, -2)
/** The mark of the year. */
export const yearMark = (county: number, at: Date) => dayMark(county, at).slice(0, -4)
/** The mark of the division a matter is in. */
export const placeMark = (county: number, division: string) => `@${county}/at/${division}`

/** How many last digits of a number find it through the index. */
export const tailLength = 4
/** The mark of the number's end. */
export const tailMark = (county: number, digits: string) =>
  `#${county}/${digits.slice(-tailLength)}`

type Indexed = Pick<
  Matter,
  'county' | 'number' | 'publicTitle' | 'publicWords' | 'division' | 'placeText' | 'receivedAt'
>

/**
 * The search vector of a matter: title, words, place and the last reply, all masked; and marks for the day, month and
 * year it came in, its division and the end of its number. By the marks a search for a word of every fourth matter
 * reads those of some days or of one village only, not a quarter of the county.
 */
export function searchTextOf(matter: Indexed, reply: Reply | null): string {
  const { county, receivedAt, division } = matter
  const replyPart: SearchLabel =
    reply?.audience === 'public' ? searchParts.publicReply : searchParts.reply
  return searchVector(
    [
      [searchParts.title, matter.publicTitle],
      [searchParts.words, matter.publicWords],
      [searchParts.words, maskPersonalData(matter.placeText)],
      ...(reply ? [[replyPart, reply.words] as const] : []),
    ],
    [
      dayMark(county, receivedAt),
      monthMark(county, receivedAt),
      yearMark(county, receivedAt),
      ...(division === null ? [] : [placeMark(county, division)]),
      tailMark(county, matter.number),
    ],
  )
}
