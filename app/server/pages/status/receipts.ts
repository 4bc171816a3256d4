import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { countyOfNumber, readSecret } from '#matters/accept/server/receipt.ts'
import { readMatter } from '#matters/matter/contract.ts'
import { dropReceipt, keepJoin, keepReceipt, receiptOf } from '../../actors.ts'
import { readForm } from '../form.ts'
import { findCounty, type Portal, sendPage, visitOf } from '../page.ts'
import { cardOf } from './joins.ts'
import { sendMine } from './mine.ts'
import { amendUntil } from './offers.ts'

/** Receipts: opening by number and secret, by QR code, and what the sender sees first. */
export function serveReceipts(app: FastifyInstance, portal: Portal): void {
  const limited = { config: { rateLimit: { max: 30, timeWindow: '10 minutes' } } }
  app.post('/receipt', limited, async (request, reply) => {
    const form = await readForm(portal.house, request)
    const number = (form.text('number') ?? '').normalize('NFKC').replace(/\s/g, '')
    const opened = await tryReceipt(portal, request, reply, number, form.text('secret') ?? '')
    if (opened) return reply.redirect(`/matters/${number}`, 303)
    return findCounty(portal, request)
      ? sendMine(portal, request, reply, { wrongNumber: number, status: 422 })
      : reply.redirect('/mine?wrong=receipt', 303)
  })
  app.post('/receipt/leave', async (_, reply) => {
    dropReceipt(reply)
    return reply.redirect('/mine', 303)
  })
  app.get('/receipt/:number/:secret', limited, async (request, reply) => {
    const { number, secret } = request.params as { number: string; secret: string }
    const opened = await tryReceipt(portal, request, reply, number, secret)
    return reply.redirect(opened ? `/matters/${number}` : '/mine?wrong=receipt', 303)
  })
  app.get('/receipt/:number', async (request, reply) => {
    const { number } = request.params as { number: string }
    const receipt = receiptOf(request)
    if (receipt?.number !== number) return reply.redirect('/mine', 303)
    const { asked, county: place } = await visitOf(portal, request)
    const [view, county] = await Promise.all([
      portal.ask(readMatter, { matter: number }, asked),
      portal.house.rules.of(place.county, asked.now),
    ])
    const until = amendUntil({ view, county, now: asked.now })
    const props = {
      ...cardOf(request, number, receipt.secret),
      due: view.state === 'reported' ? view.dueAt : null,
      amendUntil: until?.toISOString() ?? null,
    }
    return sendPage(portal, request, reply, 'receipt', props, { under: '/mine' })
  })
}

async function tryReceipt(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
  number: string,
  secret: string,
): Promise<boolean> {
  if (countyOfNumber(number) === null) return false
  if (await portal.actors.tryJoin(request, number, secret)) {
    keepJoin(request, reply, number, readSecret(secret))
    return true
  }
  const holder = await portal.actors.tryReceipt(request, number, secret)
  if (holder) keepReceipt(request, reply, number, readSecret(secret))
  return holder !== null
}
