import type { FastifyInstance } from 'fastify'
import type { OutputOf } from '#foundation/contract.ts'
import type { Language } from '#foundation/languages.ts'
import { addDays, isDay } from '#foundation/time.ts'
import { dayAt } from '#foundation/time-zone.ts'
import { countyRates } from '#matters/evaluate/contract.ts'
import { offices } from '#people/contract.ts'
import type { FigureView } from '../../portal/pages/FiguresPage.tsx'
import { textOf } from '../../words.ts'
import { type Portal, sendPage, visitOf } from './page.ts'

type Rates = OutputOf<typeof countyRates>['total']

/** Address of an office's own page. */
export const officePath = (office: string) => `/offices/${office}`

function figureOf(rate: Rates['response'], language: Language): FigureView {
  const say = (name: string) => textOf(language, `portal.figures.${name}`)
  if (rate.tooFew) return { value: '—', basis: say('tooFew') }
  if (rate.value === null) return { value: '—', basis: say('none') }
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  return { value: percent.format(rate.value), basis: `${rate.numerator} / ${rate.denominator}` }
}

/** Figures of one office, or of all, as they are shown. */
export function figuresOf(rates: Rates, language: Language) {
  return {
    due: String(rates.due),
    response: figureOf(rates.response, language),
    solution: figureOf(rates.solution, language),
    satisfaction: figureOf(rates.satisfaction, language),
    closedAgainst: String(rates.closedAgainst),
  }
}

/** The three rates of offices for a period the reader chooses; the last 30 days at first. */
export function serveFigures(app: FastifyInstance, portal: Portal): void {
  app.get('/figures', async (request, reply) => {
    const { county, asked } = await visitOf(portal, request)
    const { language } = asked.by
    const say = (name: string) => textOf(language, `portal.figures.${name}`)
    const query = request.query as { from?: string; to?: string }
    const today = dayAt(asked.now, county.timeZone)
    const to = query.to && isDay(query.to) ? query.to : today
    const from = query.from && isDay(query.from) ? query.from : addDays(to, -30)
    const [figures, { offices: all }] = await Promise.all([
      portal.ask(countyRates, { county: county.county, from, to }, asked),
      portal.ask(offices, {}, asked),
    ])
    const rows = figures.offices.map(({ office, officeName, rates }) => ({
      office: officeName ?? say('unassigned'),
      ...(all.some(({ id }) => id === office) ? { href: officePath(office ?? '') } : {}),
      ...figuresOf(rates, language),
    }))
    const total = { office: say('county'), ...figuresOf(figures.total, language) }
    return sendPage(portal, request, reply, 'figures', {
      from,
      to,
      ratingsMin: figures.ratingsMin,
      rows: rows.length === 0 ? [] : [total, ...rows],
      offices: all.map(({ id, name, nameEn }) => ({
        href: officePath(id),
        label: language === 'en' ? nameEn : name,
      })),
    })
  })
}
