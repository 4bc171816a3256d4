import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { OutputOf } from '#foundation/contract.ts'
import { fill, type Language } from '#foundation/languages.ts'
import type { Option } from '#foundation/portal/Field.tsx'
import type { RowView } from '#foundation/portal/Rows.tsx'
import { sayDay } from '#foundation/screens/say-time.ts'
import { listCategories } from '#matters/analyse/contract.ts'
import { listPublicMatters } from '#matters/matter/contract.ts'
import { offices } from '#people/contract.ts'
import { textOf } from '../../words.ts'
import { findCounty, type Portal, sendChooser, sendPage, type Visit, visitOf } from './page.ts'
import { type PlaceBook, placeName, placesOf } from './places/place-book.ts'
import { safePath } from './preferences.ts'
import { stateWordOf, toneOf } from './status/standing.ts'

type Page = OutputOf<typeof listPublicMatters>
type Found = Page['rows'][number]['found']
type Row = Pick<
  Page['rows'][number],
  'number' | 'title' | 'state' | 'flags' | 'division' | 'placeText' | 'receivedAt' | 'dueAt'
> & { readonly found?: Found }

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

/** Where what was looked for stands: in the title, and in what other parts. */
function foundIn(found: Found, language: Language): Pick<RowView, 'titleParts' | 'excerpts'> {
  if (!found) return {}
  const { title, words, reply } = found
  const named = [
    { name: 'inWords', parts: words },
    { name: 'inReply', parts: reply },
  ]
  return {
    titleParts: title,
    excerpts: named.flatMap(({ name, parts }) =>
      parts ? [{ name: textOf(language, `portal.matters.${name}`), parts }] : [],
    ),
  }
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
    ...foundIn(row.found, language),
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

/** What the list can be asked for, as it stands in the address. */
const conditions = ['words', 'division', 'category', 'state', 'office', 'from', 'to'] as const
const wordsMost = 100

function askedIn(query: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const given = [...conditions, 'order', 'after'].flatMap((name) =>
    query[name] ? [[name, query[name]]] : [],
  )
  const { words, ...rest } = Object.fromEntries(given) as Record<string, string>
  return { ...(words && { words: words.slice(0, wordsMost) }), ...rest }
}

async function officesFor(portal: Portal, { asked }: Visit): Promise<readonly Option[]> {
  const all = (await portal.ask(offices, {}, asked)).offices
  const isEnglish = asked.by.language === 'en'
  return all.map(({ id, name, nameEn }) => ({ value: id, label: isEnglish ? nameEn : name }))
}

/** In which order what was looked for stands, and where the other order is. */
function orderedAs({ search, rows }: Page, kept: Record<string, string>, { asked }: Visit) {
  if (!search?.readable || rows.length < 2) return null
  const { language } = asked.by
  const { among, since } = search
  const say = (path: string) => textOf(language, `portal.matters.${path}`)
  const day = since === null ? '' : sayDay(since, language, asked.now.toISOString())
  const best = since === null ? say('bestOfAll') : fill(say('bestSince'), { day, count: among })
  const order = among > 0 ? 'received' : 'relevance'
  return {
    sentence: among > 0 ? best : say('newestFound'),
    link: say(among > 0 ? 'toNewest' : 'toBest'),
    href: `/matters?${new URLSearchParams({ ...kept, order })}`,
  }
}

async function sendMatters(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const visit = await visitOf(portal, request)
  const filters = askedIn(request.query as Record<string, string | undefined>)
  const { county, asked } = visit
  const [page, places, categories, offices] = await Promise.all([
    portal.ask(listPublicMatters, { county: county.county, limit: 20, ...filters }, asked),
    placesFor(portal, visit),
    categoriesFor(portal, visit),
    officesFor(portal, visit),
  ])
  const { after: _, ...kept } = filters
  return sendPage(portal, request, reply, 'matters', {
    ...kept,
    categories,
    offices,
    filtered: conditions.some((name) => name in kept),
    ordered: orderedAs(page, kept, visit),
    unreadable: page.search?.readable === false,
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
