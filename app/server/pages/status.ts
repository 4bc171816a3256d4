import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type ActId, isId } from '#foundation/ids.ts'
import type { FieldTrouble } from '#foundation/portal/Form.tsx'
import { Refused } from '#foundation/refusal.ts'
import { newId } from '#foundation/server/new-id.ts'
import { qrSvg } from '#foundation/server/qr.ts'
import { filesOf, supplement, withdraw } from '#matters/accept/contract.ts'
import { countyOfNumber, openReceipt, readSecret } from '#matters/accept/server/receipt.ts'
import { urge } from '#matters/dispatch/contract.ts'
import { rate, reopen } from '#matters/evaluate/contract.ts'
import { grades } from '#matters/evaluate/model.ts'
import { readMatter } from '#matters/matter/contract.ts'
import { sayRefusal } from '../../refusal-words.ts'
import { type ResidentVerb, residentVerbs } from '../../resident-verbs.ts'
import { textOf } from '../../words.ts'
import { dropReceipt, keepReceipt, receiptOf } from '../actors.ts'
import { readForm, type SentForm } from './form.ts'
import { type Portal, sendPage, type Visit, visitOf } from './page.ts'
import { placeName, placesOf } from './places.ts'
import { deadlinesOf, factsOf, sentenceOf, timelineOf, toneOf } from './status-props.ts'

type Told = {
  readonly troubles?: readonly FieldTrouble[]
  readonly done?: string
  readonly status?: number
}

async function sendStatus(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
  number: string,
  told: Told = {},
): Promise<FastifyReply> {
  const visit = await visitOf(portal, request)
  const { asked, county } = visit
  const view = await portal.ask(readMatter, { matter: number }, asked)
  const { language } = asked.by
  const now = asked.now.toISOString()
  const { own } = view
  const [places, files] = await Promise.all([
    portal.house.database.shared((sql) => placesOf(sql, county.county, asked.now)),
    portal.ask(filesOf, { matter: view.id }, asked),
  ])
  const acts = view.acts.flatMap(({ verb, refusal }) =>
    refusal === null ? residentVerbs.filter((name) => name === verb) : [],
  )
  const props = {
    number: view.number,
    title: view.title,
    words: view.words,
    own,
    state: { tone: toneOf(view, now), sentence: sentenceOf(view, language, now) },
    facts: factsOf(view, placeName(places, view.division), language, now),
    deadlines: deadlinesOf(view, language, now),
    timeline: timelineOf(view, language),
    photos: files.map(({ hash }) => ({
      href: `/files/${view.id}/${hash}`,
      preview: `/files/${view.id}/${hash}`,
      name: textOf(language, 'portal.status.photos'),
    })),
    linked: view.duplicateOf,
    acts: residentVerbs.filter((verb) => acts.includes(verb)),
    actId: newId<string>(asked.now),
    version: view.version,
    troubles: told.troubles ?? [],
    done: told.done,
  }
  return sendPage(portal, request, reply, 'status', props, told.status)
}

/** What was answered; a question left open is not answered with no. */
function answersOf({ text }: SentForm) {
  const solved = text('solved')
  const grade = grades.find((word) => word === text('grade'))
  const words = text('words')
  return {
    ...(solved ? { solved: solved === 'yes' } : {}),
    ...(grade ? { grade } : {}),
    ...(words ? { words } : {}),
  }
}

/** Does what a resident's form asks; one form, one contract. */
async function doAct(
  portal: Portal,
  verb: ResidentVerb,
  matter: string,
  form: SentForm,
  { asked }: Visit,
): Promise<void> {
  const given = form.text('actId') ?? ''
  const actId = isId(given) ? given : asked.actId
  const act = { matter, actId }
  const by = { ...asked, actId: actId as ActId }
  const words = form.text('words') ?? ''
  switch (verb) {
    case 'supplement':
      await portal.ask(supplement, { ...act, words, files: [...form.files] }, by)
      return
    case 'withdraw':
      await portal.ask(withdraw, { ...act, reason: form.text('reason') }, by)
      return
    case 'urge':
      await portal.ask(urge, { ...act }, by)
      return
    case 'reopen':
      await portal.ask(reopen, { ...act, reason: words }, by)
      return
    case 'rate':
      await portal.ask(
        rate,
        {
          ...act,
          ...answersOf(form),
        },
        by,
      )
  }
}

const donePath = (number: string, verb: string) => `/matters/${number}?done=${verb}`

async function actFromForm(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { number, verb } = request.params as { number: string; verb: ResidentVerb }
  const form = await readForm(portal.house, request)
  const visit = await visitOf(portal, request)
  const { language } = visit.asked.by
  try {
    const view = await portal.ask(readMatter, { matter: number }, visit.asked)
    await doAct(portal, verb, view.id, form, visit)
    return reply.redirect(donePath(number, verb), 303)
  } catch (error) {
    if (
      !(error instanceof Refused) ||
      error.refusal.kind === 'unavailable' ||
      error.refusal.kind === 'missing'
    )
      throw error
    const trouble = { field: error.refusal.field, sentence: sayRefusal(error.refusal, language) }
    return sendStatus(portal, request, reply, number, { troubles: [trouble], status: 422 })
  }
}

/** The status page: the same address for everybody; what it shows follows from who asks. */
export function serveStatus(app: FastifyInstance, portal: Portal): void {
  app.get('/matters/:number', async (request, reply) => {
    const { number } = request.params as { number: string }
    const { done } = request.query as { done?: string }
    const known = residentVerbs.find((verb) => verb === done)
    const language = (await visitOf(portal, request)).asked.by.language
    return sendStatus(portal, request, reply, number, {
      done: known && textOf(language, `portal.status.done.${known}`),
    })
  })
  for (const verb of residentVerbs) {
    app.post(`/matters/:number/${verb}`, (request, reply) => {
      Object.assign(request.params as object, { verb })
      return actFromForm(portal, request, reply)
    })
  }
}

/** Receipts: opening by number and secret, by QR code, and what the sender sees first. */
export function serveReceipts(app: FastifyInstance, portal: Portal): void {
  const limited = { config: { rateLimit: { max: 30, timeWindow: '10 minutes' } } }
  app.post('/receipt', limited, async (request, reply) => {
    const form = await readForm(portal.house, request)
    const number = (form.text('number') ?? '').normalize('NFKC').replace(/\s/g, '')
    return (await tryReceipt(portal, request, reply, number, form.text('secret') ?? ''))
      ? reply.redirect(`/matters/${number}`, 303)
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
    const { asked } = await visitOf(portal, request)
    const view = await portal.ask(readMatter, { matter: number }, asked)
    const address = `${request.protocol}://${request.host}/receipt/${number}/${receipt.secret}`
    return sendPage(portal, request, reply, 'receipt', {
      number,
      secret: receipt.secret,
      due: view.state === 'reported' ? view.dueAt : null,
      qr: Buffer.from(qrSvg(address)).toString('base64'),
    })
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
  const holder = await openReceipt(portal.house.database, number, secret, 'zh-CN')
  if (holder) keepReceipt(request, reply, number, readSecret(secret))
  return holder !== null
}
