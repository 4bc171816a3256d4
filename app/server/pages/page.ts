import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '#foundation/refusal.ts'
import { Refused, refuse, statusOf } from '#foundation/refusal.ts'
import { now } from '#foundation/server/clock.ts'
import { countyOfNumber } from '#matters/accept/server/receipt.ts'
import { publicActor } from '#people/actor.ts'
import type { Asked } from '#people/server/route.ts'
import type { ServedCounty } from '#places/model.ts'
import type { PageName, PropsOf } from '../../portal/registry.tsx'
import { sayRefusal } from '../../refusal-words.ts'
import { textOf, words } from '../../words.ts'
import type { Actors } from '../actors.ts'
import { askedBy } from '../api.ts'
import type { House } from '../house.ts'
import { languageOf, refusalOf } from '../problem.ts'
import type { Ask } from './ask.ts'
import { mapTiles } from './places/tiles.ts'
import { isLargeType, safePath } from './preferences.ts'
import type { BuiltPortal } from './render.ts'

/** What every page's handler works with. */
export type Portal = {
  readonly house: House
  readonly actors: Actors
  readonly built: BuiltPortal
  readonly ask: Ask
}

/** A request of a resident: the county it is about and who asks. */
export type Visit = { readonly county: ServedCounty; readonly asked: Asked }

/**
 * The county a page is about: the one a matter's number names, so that its address can be handed on; else the only one
 * there is, or the one chosen at `/c/<county>`. Undefined while none is chosen.
 */
export function findCounty(
  { house: { counties } }: Portal,
  request: FastifyRequest,
): ServedCounty | undefined {
  const { number = '' } = (request.params ?? {}) as { number?: string }
  const named = counties.find(countyOfNumber(number) ?? 0)
  return named ?? counties.only() ?? counties.find(Number(request.cookies.linli_county ?? '0'))
}

/** As `findCounty`. @throws Refused when several are served and none is chosen */
function countyOf(portal: Portal, request: FastifyRequest): ServedCounty {
  const county = findCounty(portal, request)
  if (!county) throw new Refused(refuse('app.countyNotChosen', 'missing'))
  return county
}

/** Who visits. An officer reads the residents' pages as anybody: what is inside is for the desk. */
export async function visitOf(portal: Portal, request: FastifyRequest): Promise<Visit> {
  const county = countyOf(portal, request)
  const found = await portal.actors.actorOf(request, county.county)
  const by = found.kind === 'officer' ? publicActor(county.county, found.language) : found
  return { county, asked: askedBy(request, by, request.body) }
}

export type Sending = {
  readonly status?: number
  /** The address the page stands under in the masthead, when that is not its own. */
  readonly under?: string
}

/** Sends a page of the registry. */
export function sendPage<N extends PageName>(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
  name: N,
  props: PropsOf<N>,
  { status = 200, under }: Sending = {},
): FastifyReply {
  const language = languageOf(request)
  const county = findCounty(portal, request)
  const html = portal.built.renderPage(
    name,
    {
      language,
      largeType: isLargeType(request),
      now: now().toISOString(),
      // What answers a form has no address of its own: switches lead back to the page the form stood on.
      address: request.method === 'GET' ? request.url : (cameFrom(request) ?? '/'),
      under,
      county: {
        number: county?.county ?? 0,
        name: (language === 'en' ? county?.nameEn : county?.name) ?? '',
        invented: county?.invented ?? false,
        phone: county?.deskPhone ?? '',
        phoneHours: textOf(language, 'portal.deskHours'),
      },
      stylesheet: portal.built.stylesheet,
      scripts: portal.built.scripts,
      tiles: mapTiles(),
    },
    props,
  )
  return reply
    .code(status)
    .header('vary', 'cookie, accept-language')
    .header('cache-control', 'private, no-cache')
    .type('text/html; charset=utf-8')
    .send(html)
}

/** Where one installation serves several counties: which is the reader's, and then on to where they wanted to go. */
export function sendChooser(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
  back: string,
): FastifyReply {
  const isEnglish = languageOf(request) === 'en'
  const counties = portal.house.counties
    .list()
    .map(({ county, name, nameEn }) => ({ county, name: isEnglish ? nameEn : name }))
  return sendPage(portal, request, reply, 'chooser', { counties, back })
}

const headings = { missing: 'missing', unavailable: 'unavailable' } as const

/** A page instead of the one asked for, when something was refused or broke. */
export function sendTrouble(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
): FastifyReply {
  const language = languageOf(request)
  const refusal = refusalOf(error)
  if (refusal?.key === 'app.countyNotChosen' && request.method === 'GET')
    return sendChooser(portal, request, reply, request.url)
  if (!refusal) request.log.error({ err: error }, 'unexpected')
  const { trouble } = words[language].app
  const status = refusal ? statusOf[refusal.kind] : 500
  if (status === 503) reply.header('retry-after', '5')
  const props = refusal
    ? troubleProps(refusal, language)
    : { title: trouble.failed.title, detail: trouble.failed.detail.replace('{number}', request.id) }
  // After a form only the browser's own way back brings what was typed.
  const back = status !== 404 && request.method === 'GET' ? { back: cameFrom(request) } : {}
  return sendPage(portal, request, reply, 'trouble', { ...props, ...back }, { status })
}

/** The page of ours the reader came from; undefined when they came from elsewhere, or their browser does not say. */
function cameFrom(request: FastifyRequest): string | undefined {
  const { referer = '' } = request.headers
  const home = `${request.protocol}://${request.host}`
  return referer.startsWith(`${home}/`) ? safePath(referer.slice(home.length)) : undefined
}

function troubleProps(refusal: Refusal, language: 'zh-CN' | 'en') {
  const { trouble } = words[language].app
  const kind = headings[refusal.kind as keyof typeof headings]
  if (refusal.key === 'foundation.notFound') return trouble.missing
  if (refusal.key === 'matter.notFound') {
    const { title, detail, next } = trouble.noMatter
    return { title, detail, next: { href: '/mine', label: next } }
  }
  if (kind === 'unavailable') return trouble.unavailable
  if (refusal.key === 'foundation.tooManyRequests') return trouble.tooMany
  return { title: trouble.refused.title, detail: sayRefusal(refusal, language) }
}
