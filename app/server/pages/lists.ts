import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { OutputOf } from '#foundation/contract.ts'
import type { Option } from '#foundation/portal/Field.tsx'
import type { RowView } from '#foundation/portal/Rows.tsx'
import { sayDay } from '#foundation/screens/say-time.ts'
import { listCategories } from '#matters/analyse/contract.ts'
import { listPublicMatters } from '#matters/matter/contract.ts'
import { textOf } from '../../words.ts'
import { findCounty, type Portal, sendChooser, sendPage, type Visit, visitOf } from './page.ts'
import { type PlaceBook, placeName, placesOf } from './places/place-book.ts'
import { safePath } from './preferences.ts'
import { stateWordOf, toneOf } from './status/standing.ts'

type Row = Pick<
  OutputOf<typeof listPublicMatters>['rows'][number],
  'number' | 'title' | 'state' | 'flags' | 'division' | 'placeText' | 'receivedAt' | 'dueAt'
>

/** Where it is; a place that begins with its village's name says it once. */
export function aboutOf(
  { division, placeText }: Pick<Row, 'division' | 'placeText'>,
  places: PlaceBook,
): string[] {
  const name = placeName(places, division)
  const village = name.split(' ').at(-1) ?? ''
  const before = village && placeText.startsWith(village) ? name.slice(0, -village.length) : name
  const place = [before.trim(), placeText].filter(Boolean).join(' ')
  return place ? [place] : []
}

/** A matter as a row of a list. */
export function rowOf(row: Row, places: PlaceBook, { asked }: Visit): RowView {
  const { language } = asked.by
  const now = asked.now.toISOString()
  return {
    href: `/matters/${row.number}`,
    title: row.title,
    about: [...aboutOf(row, places), sayDay(row.receivedAt, language, now)],
    state: { tone: toneOf(row, now), word: stateWordOf(row, language) },
  }
}

export const placesFor = (portal: Portal, { county, asked }: Visit) =>
  portal.house.database.shared((sql) => placesOf(sql, county.county, asked.now))

/** The uppermost kinds of matter: a resident needs to know no finer ones. */
export async function categoriesFor(
  portal: Portal,
  { county, asked }: Visit,
): Promise<readonly Option[]> {
  const all = await portal.ask(listCategories, { county: county.county }, asked)
  const isEnglish = asked.by.language === 'en'
  return all
    .filter(({ parent }) => parent === null)
    .map(({ code, name, nameEn }) => ({ value: code, label: isEnglish ? nameEn : name }))
}

/** States a reader may look for, in the order of the work. */
const publicStates = [
  'accepted',
  'dispatched',
  'handling',
  'fedBack',
  'checked',
  'closed',
  'answered',
] as const

async function sendMatters(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const visit = await visitOf(portal, request)
  const query = request.query as Record<string, string | undefined>
  const filters = Object.fromEntries(
    (['words', 'division', 'category', 'state', 'after'] as const).flatMap((name) =>
      query[name] ? [[name, query[name]]] : [],
    ),
  )
  const { county, asked } = visit
  const [page, places, categories] = await Promise.all([
    portal.ask(listPublicMatters, { county: county.county, limit: 20, ...filters }, asked),
    placesFor(portal, visit),
    categoriesFor(portal, visit),
  ])
  const { after: _, ...kept } = filters
  return sendPage(portal, request, reply, 'matters', {
    words: query.words,
    division: query.division,
    state: query.state,
    category: query.category,
    categories,
    filtered: Object.keys(kept).length > 0,
    places: places.groups,
    states: publicStates.map((value) => ({
      value,
      label: textOf(asked.by.language, `matter.state.${value}`),
    })),
    rows: page.rows.map((row) => rowOf(row, places, visit)),
    next: page.next ? `/matters?${new URLSearchParams({ ...kept, after: page.next })}` : null,
  })
}

async function sendHome(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const chosen = findCounty(portal, request)
  if (!chosen) return sendChooser(portal, request, reply, '/')
  const visit = await visitOf(portal, request)
  const [closed, places] = await Promise.all([
    portal.ask(
      listPublicMatters,
      { county: chosen.county, state: 'closed', limit: 5 },
      visit.asked,
    ),
    placesFor(portal, visit),
  ])
  return sendPage(portal, request, reply, 'home', {
    solved: closed.rows.map((row) => rowOf(row, places, visit)),
  })
}

/** Home and public matters. */
export function serveLists(app: FastifyInstance, portal: Portal): void {
  app.get('/', (request, reply) => sendHome(portal, request, reply))
  app.get('/matters', (request, reply) => sendMatters(portal, request, reply))
  app.get('/c/:county', async (request, reply) => {
    const county = Number((request.params as { county: string }).county)
    if (portal.house.counties.find(county))
      reply.setCookie('linli_county', String(county), {
        path: '/',
        maxAge: 365 * 24 * 3600,
        sameSite: 'lax',
        httpOnly: true,
      })
    return reply.redirect(safePath((request.query as { back?: string }).back), 303)
  })
}
