import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isId } from '#foundation/ids.ts'
import type { Fact } from '#foundation/portal/Facts.tsx'
import { Refused, refuse } from '#foundation/refusal.ts'
import { addDays } from '#foundation/time.ts'
import { dayAt } from '#foundation/time-zone.ts'
import { listDutyItems } from '#matters/dispatch/lists-contract.ts'
import { countyRates } from '#matters/evaluate/contract.ts'
import { listPublicMatters } from '#matters/matter/contract.ts'
import { offices } from '#people/contract.ts'
import type { Office } from '#people/model.ts'
import { textOf } from '../../words.ts'
import { figuresOf, officePath } from './figures.ts'
import { placesFor, rowOf } from './lists.ts'
import { type Portal, sendPage, type Visit, visitOf } from './page.ts'

const daysShown = 30
const dutyItemsShown = 100

/** The office as it is today. @throws Refused when there is none of that id */
async function findOffice(portal: Portal, { asked }: Visit, id: string) {
  const all = isId(id) ? (await portal.ask(offices, {}, asked)).offices : []
  const office = all.find((one) => one.id === id)
  if (!office) throw new Refused(refuse('foundation.notFound', 'missing'))
  return { office, parent: all.find((one) => one.id === office.parent) ?? null }
}

function factsOf(office: Office, parent: Office | null, { asked }: Visit): Fact[] {
  const { language } = asked.by
  const say = (path: string) => textOf(language, path)
  const facts: Fact[] = [
    {
      name: say('portal.office.phone'),
      value: office.phone ?? '',
      href: `tel:${office.phone?.replaceAll('-', '')}`,
    },
    { name: say('portal.office.kind'), value: say(`people.officeKinds.${office.kind}`) },
    {
      name: say('portal.office.parent'),
      value: (language === 'en' ? parent?.nameEn : parent?.name) ?? '',
      ...(parent ? { href: officePath(parent.id) } : {}),
    },
  ]
  return facts.filter(({ value }) => value !== '')
}

/** Figures, public matters and duty list of an office, as much as everybody may read. */
function readOffice(portal: Portal, visit: Visit, id: string, after: string | undefined) {
  const { asked } = visit
  const { county, timeZone } = visit.county
  const to = dayAt(asked.now, timeZone)
  return Promise.all([
    portal.ask(countyRates, { county, from: addDays(to, -daysShown), to, office: id }, asked),
    portal.ask(
      listPublicMatters,
      { county, office: id, limit: 20, ...(after ? { after } : {}) },
      asked,
    ),
    portal.ask(listDutyItems, { county, office: id, limit: dutyItemsShown }, asked),
    placesFor(portal, visit),
  ])
}

async function sendOffice(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { office: id } = request.params as { office: string }
  const { after } = request.query as { after?: string }
  const visit = await visitOf(portal, request)
  const { language } = visit.asked.by
  const { office, parent } = await findOffice(portal, visit, id)
  const [rates, page, duty, places] = await readOffice(portal, visit, id, after)
  const own = rates.offices.find((one) => one.office === id)
  const props = {
    name: language === 'en' ? office.nameEn : office.name,
    duties: office.duties,
    facts: factsOf(office, parent, visit),
    dutyItems: duty.items
      .filter(({ lead }) => lead === id)
      .map(({ id: number, item, legalBasis }) => ({ id: number, item, basis: legalBasis })),
    figures: own ? figuresOf(own.rates, language) : null,
    rows: page.rows.map((row) => rowOf(row, places, visit)),
    next: page.next ? `${officePath(id)}?${new URLSearchParams({ after: page.next })}` : null,
  }
  return sendPage(portal, request, reply, 'office', props, { under: '/figures' })
}

/** A page for each office: what it is for, its figures, and the public matters it leads. */
export function serveOffices(app: FastifyInstance, portal: Portal): void {
  app.get('/offices/:office', (request, reply) => sendOffice(portal, request, reply))
}
