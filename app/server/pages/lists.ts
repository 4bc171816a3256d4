import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { OutputOf } from '#foundation/contract.ts'
import type { RowView } from '#foundation/portal/Rows.tsx'
import { Refused } from '#foundation/refusal.ts'
import { sayDay } from '#foundation/screens/say-time.ts'
import { listMatters, listPublicMatters } from '#matters/matter/contract.ts'
import { confirmPhoneCode, requestPhoneCode, signOut } from '#people/contract.ts'
import { sayRefusal } from '../../refusal-words.ts'
import { textOf } from '../../words.ts'
import { dropSession, keepSession, receiptOf } from '../actors.ts'
import { readForm } from './form.ts'
import { findCounty, type Portal, sendPage, type Visit, visitOf } from './page.ts'
import { type PlaceBook, placeName, placesOf } from './places/place-book.ts'
import { stateWordOf, toneOf } from './status/standing.ts'

type Row = OutputOf<typeof listPublicMatters>['rows'][number]

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
    (['words', 'division', 'state', 'after'] as const).flatMap((name) =>
      query[name] ? [[name, query[name]]] : [],
    ),
  )
  const { county, asked } = visit
  const [page, places] = await Promise.all([
    portal.ask(listPublicMatters, { county: county.county, limit: 20, ...filters }, asked),
    placesFor(portal, visit),
  ])
  const { after: _, ...kept } = filters
  return sendPage(portal, request, reply, 'matters', {
    words: query.words,
    division: query.division,
    state: query.state,
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
  const { counties } = portal.house
  const chosen = findCounty(portal, request)
  if (!chosen) {
    const list = counties.list().map(({ county, name }) => ({ county, name }))
    return sendPage(portal, request, reply, 'chooser', { counties: list })
  }
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
    return reply.redirect('/', 303)
  })
}

type MineTold = {
  phone?: string
  sent?: boolean
  error?: { field?: string; sentence: string }
  status?: number
}

async function sendMine(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
  told: MineTold = {},
): Promise<FastifyReply> {
  const visit = await visitOf(portal, request)
  const { by } = visit.asked
  const places = await placesFor(portal, visit)
  const page =
    by.kind === 'resident' || by.kind === 'receipt'
      ? await portal.ask(listMatters, { limit: 50 }, visit.asked)
      : null
  const rows = page?.rows.map((row) => rowOf(row, places, visit)) ?? null
  const wrong =
    (request.query as { wrong?: string }).wrong === 'receipt' && receiptOf(request) === null
  return sendPage(
    portal,
    request,
    reply,
    'mine',
    {
      rows: by.kind === 'resident' ? rows : null,
      receipt: by.kind === 'receipt' ? (rows?.[0] ?? null) : null,
      receiptError: wrong ? textOf(by.language, 'portal.mine.receiptWrong') : undefined,
      phone: told.phone,
      sent: told.sent ?? false,
      troubles: told.error ? [told.error] : [],
    },
    { status: told.status },
  )
}

/** One's own matters and the way in by phone code. */
export function serveMine(app: FastifyInstance, portal: Portal): void {
  const limited = { config: { rateLimit: { max: 20, timeWindow: '10 minutes' } } }
  app.get('/mine', (request, reply) => sendMine(portal, request, reply))
  app.post('/mine/code', limited, async (request, reply) => {
    const phone = (await readForm(portal.house, request)).text('phone') ?? ''
    const { county, asked } = await visitOf(portal, request)
    try {
      await portal.ask(requestPhoneCode, { county: county.county, phone }, asked)
      return sendMine(portal, request, reply, { phone, sent: true })
    } catch (error) {
      return sendMine(portal, request, reply, { phone, ...troubleFrom(error, asked.by.language) })
    }
  })
  app.post('/mine/sign-in', limited, async (request, reply) => {
    const form = await readForm(portal.house, request)
    const phone = form.text('phone') ?? ''
    const { county, asked } = await visitOf(portal, request)
    try {
      const begun: unknown = await portal.ask(
        confirmPhoneCode,
        { county: county.county, phone, code: form.text('code') ?? '' },
        asked,
      )
      const { token, endsAt } = begun as { token: string; endsAt: Date }
      keepSession(request, reply, token, endsAt)
      return reply.redirect('/mine', 303)
    } catch (error) {
      return sendMine(portal, request, reply, {
        phone,
        sent: true,
        ...troubleFrom(error, asked.by.language),
      })
    }
  })
  app.post('/sign-out', async (request, reply) => {
    const { asked } = await visitOf(portal, request)
    await portal.ask(signOut, {}, asked)
    dropSession(reply)
    return reply.redirect('/mine', 303)
  })
}

function troubleFrom(error: unknown, language: 'zh-CN' | 'en'): Pick<MineTold, 'error' | 'status'> {
  if (!(error instanceof Refused) || error.refusal.kind === 'unavailable') throw error
  return {
    error: { field: error.refusal.field, sentence: sayRefusal(error.refusal, language) },
    status: 422,
  }
}
