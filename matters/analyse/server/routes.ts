import { Refused, refuse } from '#foundation/refusal.ts'
import type { County } from '#matters/matter/server/engine.ts'
import { publicActor } from '#people/actor.ts'
import { scopeOf } from '#people/guard.ts'
import type { Moment } from '#people/server/moment.ts'
import { type Asked, type Route, route } from '#people/server/route.ts'
import {
  listCategories,
  readJudgements,
  similarInCounty,
  similarTo,
  suggestFor,
  suggestTo,
} from '../contract.ts'
import type { Analysis } from './analysis.ts'
import { suggestCategories } from './learn/suggest-categories.ts'
import { findSimilar } from './similar.ts'
import { judgementsOf, voicesOf, type WordsRow, wordsOf } from './store.ts'
import { readCategories } from './store-categories.ts'

async function subjectOf({ sql, by }: Moment, matter: string): Promise<WordsRow> {
  const row = await wordsOf(sql, by.county, matter)
  if (!row) throw new Refused(refuse('matter.notFound', 'missing', { field: 'matter' }))
  return row
}

const nowhere = { id: null, category: null, lon: null, lat: null } as const

/** What words speak for, as the asker may know it. */
const suggesting =
  (models: Analysis['models']) =>
  async (words: string, { sql, now, by }: Moment, rules: County) =>
    (await suggestCategories(words, { sql, now, county: by.county, rules }, models)).suggestion

/** The reading doors of analysis. */
export function analyseRoutes({ engine, names, models }: Analysis): Route[] {
  const suggestIn = suggesting(models)
  type Work<T> = (moment: Moment, county: County) => Promise<T>
  const within = async <T>({ by, now, actId }: Asked, work: Work<T>): Promise<T> => {
    const county = await engine.countyOf(by.county, now)
    return engine.database.within(scopeOf(by), (sql) => work({ by, now, sql, actId }, county))
  }
  /** Whoever asks a public question is shown what the public may see, signed in or not. */
  const publicly = <T>(county: number, asked: Asked, work: Work<T>): Promise<T> =>
    within({ ...asked, by: publicActor(county, asked.by.language) }, work)

  return [
    route(suggestFor, ({ words, division }, asked) =>
      within(asked, async (moment, county) => {
        const suggestion = await suggestIn(words, moment, county)
        const category = suggestion.certain ? (suggestion.categories[0]?.category ?? null) : null
        const subject = { ...nowhere, words, category, division: division ?? null }
        const similar = await findSimilar(subject, moment, { county, names, publishedOnly: false })
        return { ...suggestion, similar }
      }),
    ),
    route(suggestTo, ({ matter }, asked) =>
      within(asked, async (moment, county) => {
        const { words } = await subjectOf(moment, matter)
        return suggestIn(words, moment, county)
      }),
    ),
    route(similarInCounty, ({ county: number, words, division }, asked) =>
      publicly(number, asked, (moment, county) =>
        findSimilar({ ...nowhere, words, division: division ?? null }, moment, {
          county,
          names,
          publishedOnly: true,
        }),
      ),
    ),
    route(similarTo, ({ matter }, asked) =>
      within(asked, async (moment, county) =>
        findSimilar(await subjectOf(moment, matter), moment, {
          county,
          names,
          publishedOnly: false,
        }),
      ),
    ),
    route(listCategories, ({ county: number }, asked) =>
      publicly(number, asked, async ({ sql, by, now }, county) =>
        (await readCategories(sql, by.county, county.dayOf(now))).map(
          ({ synonyms: _, ...open }) => open,
        ),
      ),
    ),
    route(readJudgements, ({ matter }, asked) =>
      within(asked, async (moment) => {
        const { sql, by } = moment
        await subjectOf(moment, matter)
        const [judgements, voices] = await Promise.all([
          judgementsOf(sql, by.county, matter),
          voicesOf(sql, by.county, matter),
        ])
        return {
          judgements: judgements.map((row) => ({ ...row, judgedAt: row.judgedAt.toISOString() })),
          voices: voices.map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() })),
        }
      }),
    ),
  ]
}
