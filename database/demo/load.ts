import { setUpCounty } from '#app/commands/county-set-up.ts'
import { type House, openHouse } from '#app/server/house.ts'
import { now as clock } from '#foundation/server/clock.ts'
import { planned } from '#foundation/server/statement.ts'
import type { Day } from '#foundation/time.ts'
import { growingIssues } from '#matters/analyse/server/hot/grow-issues.job.ts'
import { addCategories } from '#matters/analyse/server/import-categories.ts'
import type { Engine } from '#matters/matter/server/engine.ts'
import { positionIn } from '#places/geometry.ts'
import { loadDemoArticles } from './articles.ts'
import { demoCategories } from './categories.ts'
import { loadDemoLists } from './duty-list.ts'
import { demoStories } from './matters.ts'
import { lastActId, momentsOf, type Point, type Telling, tellStory } from './matters-tell.ts'
import { demoSignIns, loadDemoPeople } from './people.ts'
import { drawDemoPlaces, loadDemoPlaces } from './places.ts'
import { demoCounty } from './places-names.ts'
import { randomFrom } from './places-shapes.ts'

const county = {
  county: demoCounty.number,
  code: demoCounty.code,
  name: demoCounty.name,
  nameEn: "He'an County",
  deskPhone: '000-660100',
  timeZone: 'Asia/Shanghai',
  invented: true,
} as const

/** First day of everything that has no day of its own: before the first matter of the demo. */
const since = '2019-01-01' as Day
const scope = { county: county.county, reach: 'system', parties: [] } as const

export type DemoOptions = {
  /** Connects as the owner of a migrated store. */
  readonly databaseUrl: string
  readonly dataDir: string
  readonly say: (line: string) => void
  /** When the demo plays: its matters lie in the forty days before. */
  readonly now?: Date
}

const countActs = planned(
  'select count(*)::int as count from events e where e.county = $1 and e.act_id = any ($2::uuid[])',
)

/** True when every story has been told to its end. */
async function isLoaded({ database }: House): Promise<boolean> {
  const ids = demoStories.map(lastActId)
  const { count } = await database.within(scope, (sql) =>
    sql.one<{ count: number }>(countActs, [county.county, ids]),
  )
  return count === ids.length
}

/** Points inside the invented villages, the same for the same seed. */
function pointsIn(): (division: string, seed: string) => Point | null {
  const shapes = new Map(drawDemoPlaces().divisions.map((shape) => [shape.code, shape]))
  return (division, seed) => {
    const shape = shapes.get(division)
    if (!shape) return null
    const random = randomFrom(
      [...seed].reduce((sum, char) => sum * 31 + char.charCodeAt(0), 7) % 1_000_003,
    )
    const { minLon, minLat, maxLon, maxLat } = shape.bounds
    for (let tries = 0; tries < 50; tries++) {
      const point = {
        lon: Number((minLon + random() * (maxLon - minLon)).toFixed(5)),
        lat: Number((minLat + random() * (maxLat - minLat)).toFixed(5)),
      }
      if (positionIn(shape.geometry, point) === 'inside') return point
    }
    return null
  }
}

/** The stories by the day they begin, so that their numbers follow their days. */
async function tellStories(house: House, now: Date): Promise<void> {
  // Rules and calendar are read once: the moments of the demo leap to and fro, and nobody changes a rule meanwhile.
  const rules = await house.engine.countyOf(county.county, now)
  const engine: Engine = { ...house.engine, countyOf: async () => rules }
  const telling: Telling = {
    acceptance: { ...house.acceptance, engine },
    county: rules,
    now,
    pointIn: pointsIn(),
    numbers: new Map(),
  }
  const begins = new Map(
    demoStories.map((story) => [story, momentsOf(story, now, rules)[0]?.getTime() ?? 0]),
  )
  const inOrder = [...demoStories].sort((a, b) => (begins.get(a) ?? 0) - (begins.get(b) ?? 0))
  for (const story of inOrder) await tellStory(story, telling)
}

/**
 * Loads the invented county 禾安县: places, people, categories, duty lists, and matters driven through the acts of the
 * house. Loading again adds what is missing and changes nothing else.
 */
export async function loadDemo(options: DemoOptions): Promise<{
  signIns: readonly { name: string; account: string; password: string }[]
}> {
  const { databaseUrl, dataDir, say, now = clock() } = options
  const house = await openHouse({ databaseUrl, dataDir, connections: 4 })
  try {
    const { database } = house
    // Always: a newer release may bring rules the county has not yet.
    await setUpCounty(county, { ownerUrl: databaseUrl, database, now, rulesFrom: since })
    if (!(await isLoaded(house))) {
      const { dayOf } = await house.engine.countyOf(county.county, now)
      say('村居、网格、单位、人员 / places and people')
      await database.within(scope, async (sql) => {
        await loadDemoPlaces(sql, county.county, now)
        await loadDemoPeople(sql, now)
        await addCategories(sql, county.county, demoCategories, since)
      })
      await loadDemoLists(database, since, now)
      await loadDemoArticles(database, since, dayOf(now), now)
      say(`${demoStories.length} 件虚构事项 / ${demoStories.length} invented matters`)
      await tellStories(house, now)
      await growingIssues()(house.engine, county.county, now)
    }
  } finally {
    await house.close()
  }
  return {
    signIns: demoSignIns.map(({ name, account, password }) => ({ name, account, password })),
  }
}
