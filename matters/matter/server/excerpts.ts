import type { Static } from 'typebox'
import type { Moment } from '#people/server/moment.ts'
import type { MatterRow as MatterRowContract } from '../contract.ts'
import { excerptOf, holdsAll, markHits } from '../lists/search/excerpt.ts'
import type { WordsAsked } from '../lists/search/read-words.ts'
import type { MatterRow } from './rows.ts'
import { textsOf } from './store-search.ts'

type FoundIn = NonNullable<Static<typeof MatterRowContract>['found']>

/**
 * Where what was looked for stands in each row: the title, some masked words around it, and what was replied. Words are
 * left out where the title says it all; the reply never is: how the same was answered is what is looked for.
 */
export async function excerptsFor(
  rows: readonly MatterRow[],
  { pieces }: WordsAsked,
  { sql, by }: Moment,
  audiences: Parameters<typeof textsOf>[3],
): Promise<Map<string, FoundIn>> {
  if (rows.length === 0) return new Map()
  const ids = rows.map(({ id }) => id)
  const texts = new Map(
    (await textsOf(sql, by.county, ids, audiences)).map((text) => [text.id, text]),
  )
  return new Map(
    rows.map(({ id, title }) => {
      const { words = '', reply = null } = texts.get(id) ?? {}
      const around = holdsAll(title, pieces) ? null : excerptOf(words, pieces)
      const found = {
        title: markHits(title, pieces),
        words: around && around.hits > 0 ? around.parts : null,
        reply: reply === null ? null : excerptOf(reply, pieces).parts,
      }
      return [id, found]
    }),
  )
}
