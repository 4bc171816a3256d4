import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type ActId, isId } from '#foundation/ids.ts'
import { findPersonalData, maskPersonalData } from '#foundation/personal-data.ts'
import type { FieldTrouble } from '#foundation/portal/Form.tsx'
import { Refused } from '#foundation/refusal.ts'
import { newId } from '#foundation/server/new-id.ts'
import { isDay, numberOfDay } from '#foundation/time.ts'
import { momentOfLocalTime } from '#foundation/time-zone.ts'
import { submit } from '#matters/accept/contract.ts'
import type { Said } from '#matters/accept/model.ts'
import { titleFrom, whyNotWords } from '#matters/accept/rules.ts'
import { listCategories, similarInCounty } from '#matters/analyse/contract.ts'
import type { ReportProps, ReportValues } from '../../portal/pages/ReportPage.tsx'
import { sayRefusal } from '../../refusal-words.ts'
import { textOf } from '../../words.ts'
import { keepReceipt } from '../actors.ts'
import { readForm, type SentForm } from './form.ts'
import { type Portal, sendPage, type Visit, visitOf } from './page.ts'
import { placesOf } from './places.ts'

const blank: SentForm = { text: () => undefined, all: () => [], files: [], refused: [] }

function valuesOf(form: SentForm): ReportValues {
  const { text } = form
  return {
    words: text('words'),
    division: text('division'),
    placeText: text('placeText'),
    category: text('category'),
    happened: text('happened'),
    name: text('name'),
    phone: text('phone'),
    confidential: text('confidential') === 'yes',
    noReply: text('noReply') === 'yes',
    behalfName: text('behalfName'),
    behalfRelation: text('behalfRelation'),
    consent: text('consent') === 'yes',
    lon: text('lon'),
    lat: text('lat'),
  }
}

/** What the form says, as the contract wants it. A day means noon of that day in the county. */
function saidOf(values: ReportValues, files: readonly string[], timeZone: string): Said {
  const { happened, lon, lat } = values
  const point = lon && lat ? { lon: Number(lon), lat: Number(lat), datum: 'WGS84' as const } : {}
  const noon =
    happened && isDay(happened)
      ? momentOfLocalTime(numberOfDay(happened) * 86_400_000 + 43_200_000, timeZone)
      : null
  const behalf = values.behalfName
    ? {
        name: values.behalfName,
        relation: values.behalfRelation ?? '',
        consent: values.consent ?? false,
      }
    : undefined
  return {
    words: values.words ?? '',
    category: values.category,
    place: { division: values.division, text: values.placeText, ...point },
    happenedAt: noon === null ? undefined : new Date(noon).toISOString(),
    confidential: values.confidential,
    replyWanted: !values.noReply,
    files: [...files],
    reporter: { name: values.name, phone: values.phone, behalfOf: behalf },
  }
}

/** Fields the form left empty are not sent at all. */
function withoutEmpty<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

async function reportProps(
  portal: Portal,
  visit: Visit,
  form: SentForm,
  troubles: readonly FieldTrouble[],
  actId: string,
): Promise<ReportProps> {
  const { county, asked } = visit
  const { language } = asked.by
  const values = valuesOf(form)
  const [places, categories] = await Promise.all([
    portal.house.database.shared((sql) => placesOf(sql, county.county, asked.now)),
    portal.ask(listCategories, { county: county.county }, asked),
  ])
  const reasons = form.refused.map(({ refusal }) => ({
    field: 'files',
    sentence: textOf(language, 'portal.report.photoRefused', {
      reason: sayRefusal(refusal, language),
    }),
  }))
  return {
    actId,
    values,
    troubles: [...troubles, ...reasons],
    places: places.groups,
    categories: categories
      .filter(({ parent }) => parent === null)
      .map(({ code, name, nameEn }) => ({ value: code, label: language === 'en' ? nameEn : name })),
    files: form.files,
    similar: [],
  }
}

async function previewOf(
  portal: Portal,
  visit: Visit,
  values: ReportValues,
): Promise<Pick<ReportProps, 'preview' | 'similar'>> {
  const { county, asked } = visit
  const text = values.words ?? ''
  const kinds = [...new Set(findPersonalData(text).map(({ kind }) => kind))]
  const similar = await portal.ask(
    similarInCounty,
    withoutEmpty({ county: county.county, words: text, division: values.division }),
    asked,
  )
  return {
    preview: {
      title: maskPersonalData(titleFrom(text)),
      words: maskPersonalData(text),
      masked: kinds.map((kind) => textOf(asked.by.language, `accept.personalData.${kind}`)),
    },
    similar: similar.map(({ number, title, state }) => ({
      number,
      title,
      about: [number, textOf(asked.by.language, `matter.state.${state}`)],
    })),
  }
}

async function send(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const form = await readForm(portal.house, request)
  const given = form.text('actId') ?? ''
  const visit = await visitOf(portal, request)
  const actId = isId(given) ? given : newId(visit.asked.now)
  const asked = { ...visit.asked, actId: actId as ActId }
  const values = valuesOf(form)
  const { language } = asked.by
  const again = async (
    troubles: readonly FieldTrouble[],
    more: Partial<ReportProps>,
    status: number,
  ) =>
    sendPage(
      portal,
      request,
      reply,
      'report',
      { ...(await reportProps(portal, visit, form, troubles, actId)), ...more },
      status,
    )
  const empty = whyNotWords(values.words ?? '')
  if (empty) return again([{ field: 'words', sentence: sayRefusal(empty, language) }], {}, 422)
  if (form.text('step') === 'preview' || form.refused.length > 0)
    return again([], await previewOf(portal, visit, values), form.refused.length > 0 ? 422 : 200)
  try {
    const said = saidOf(values, form.files, visit.county.timeZone)
    const receipt = await portal.ask(
      submit,
      withoutEmpty({ county: visit.county.county, actId, ...said }),
      asked,
    )
    keepReceipt(request, reply, receipt.number, receipt.secret)
    return reply.redirect(`/receipt/${receipt.number}`, 303)
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.kind === 'unavailable') throw error
    const { refusal } = error
    return again([{ field: refusal.field, sentence: sayRefusal(refusal, language) }], {}, 422)
  }
}

/** The way in: words first. `?words=` carries over what was typed on the home page. */
export function serveReport(app: FastifyInstance, portal: Portal): void {
  app.get('/report', async (request, reply) => {
    const visit = await visitOf(portal, request)
    const typed = (request.query as { words?: string }).words
    const form: SentForm = { ...blank, text: (name) => (name === 'words' ? typed : undefined) }
    const props = await reportProps(portal, visit, form, [], newId(visit.asked.now))
    return sendPage(portal, request, reply, 'report', props)
  })
  app.post(
    '/report',
    { config: { rateLimit: { max: 60, timeWindow: '10 minutes' } } },
    (request, reply) => send(portal, request, reply),
  )
}
