import type { Database } from '#foundation/server/database.ts'
import { learnStatistics, type Statistics } from '../../retrieve/statistics.ts'
import { describe } from '../../retrieve/terms.ts'
import { type AnsweredRow, latestAnswers } from '../store-answers.ts'

/** How often words stand in a county's answers and questions. */
export type WordCounts = {
  of(county: number, now: Date): Promise<Statistics>
}

/** Counted over so many of the newest: how rare a word is hardly changes with more. */
const mostAnswers = 2000
/** Word counts of an hour ago rank like those of now. */
const freshMilliseconds = 3_600_000
const mostCounties = 50

/** Places an answer speaks of by its matter: the county, the township and the village of its division code. */
export function placesOf(division: string | null): string[] {
  if (division === null) return []
  // Six digits name a county, nine a township, twelve a village (GB/T 10114).
  const codes = [division.slice(0, 6), division.slice(0, 9), division].map((code) =>
    code.replace(/0+$/, ''),
  )
  return [...new Set(codes)]
}

/** What is searched of a matter that was answered: its title and the answer. */
export const answerOf = ({ title, reply, division }: AnsweredRow) => ({
  described: describe(`${title}\n${reply}`),
  places: placesOf(division),
})

type Counted = { readonly at: number; readonly statistics: Promise<Statistics> }

/** Opens the counts: each county's are made when first asked for, and again when they are an hour old. */
export function openWordCounts(database: Database): WordCounts {
  const known = new Map<number, Counted>()

  async function count(county: number): Promise<Statistics> {
    const scope = { county, reach: 'system', parties: [] } as const
    const rows = await database.within(scope, (sql) => latestAnswers(sql, county, mostAnswers))
    return learnStatistics(
      rows.map(answerOf),
      rows.map(({ title }) => describe(title)),
    )
  }

  return {
    of(county, now) {
      const before = known.get(county)
      if (before && Math.abs(now.getTime() - before.at) < freshMilliseconds)
        return before.statistics
      known.delete(county)
      const statistics = count(county)
      known.set(county, { at: now.getTime(), statistics })
      // What failed is tried again by the next who asks.
      statistics.catch(() => known.delete(county))
      const [oldest] = known.keys()
      if (known.size > mostCounties && oldest !== undefined) known.delete(oldest)
      return statistics
    },
  }
}
