import { maskPersonalData } from '#foundation/personal-data.ts'
import { type Refusal, refuse } from '#foundation/refusal.ts'
import { millisecondsOfMinute } from '#foundation/time.ts'
import type { Channel, Matter } from '#matters/matter/model.ts'
import type { Actor } from '#people/model.ts'
import type { OtherChannel, Place, RefusalKind, Reporter, Said } from './model.ts'

/** Room of a title, in halves of a Chinese character: 30 characters, or 60 letters. */
const titleRoom = 60
const wide = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60]|\p{Extended_Pictographic}/u

/** A first sentence shorter than this ("您好！", "Help!") says nothing alone and takes the next along. */
const sentenceLeast = 8
/** A title cut at a comma keeps at least so much. */
const cutLeast = 24
const sentenceEnds = /\n|[。！？!?]|\.(?=\s)/g
const pauses = /[，、；：]|[,;:](?=\s)/g
/** A number or a word of letters; stars stand where personal data was masked. */
const unbroken = /[\p{Script=Latin}\p{N}*]+(?:[-.,:/@_%'’][\p{Script=Latin}\p{N}*]+)*/gu

const roomOf = (text: string) =>
  [...text].reduce((room, sign) => room + (wide.test(sign) ? 2 : 1), 0)

function firstSentence(words: string): string {
  const text = words.trim()
  // Sign for sign, since a preview takes the title as the beginning of the words.
  const onOneLine = (sentence: string) => sentence.trimEnd().replace(/\s/g, ' ')
  for (const { index } of text.matchAll(sentenceEnds)) {
    const sentence = text.slice(0, index)
    if (roomOf(sentence) >= sentenceLeast) return onOneLine(sentence)
  }
  return onOneLine(text)
}

/** As many signs as have room, less one for the dots. */
function startThatFits(text: string): string {
  const signs = [...text]
  let room = titleRoom
  const cut = signs.findIndex((sign) => {
    room -= wide.test(sign) ? 2 : 1
    return room < 0
  })
  return signs.slice(0, cut - 1).join('')
}

/**
 * Title when nobody wrote one: the first sentence. Where it has no room it is cut at the last comma that leaves enough,
 * else between words, never inside a number or a word of letters unless nothing stands before it.
 */
export function titleFrom(words: string): string {
  const sentence = firstSentence(words)
  if (roomOf(sentence) <= titleRoom) return sentence
  const start = startThatFits(sentence)
  const pause = [...sentence.matchAll(pauses)].findLast(
    ({ index }) => index <= start.length && roomOf(sentence.slice(0, index)) >= cutLeast,
  )
  const broken = [...sentence.matchAll(unbroken)].find(
    ({ 0: run, index }) => index > 0 && index < start.length && index + run.length > start.length,
  )
  const end = pause?.index ?? broken?.index ?? start.length
  return `${sentence.slice(0, end).trimEnd()}…`
}

/**
 * The title as others read it. One made from the words is made from the masked words: a number that the cut runs
 * through would not be known as one any more.
 */
export function publicTitleFrom(title: string, words: string): string {
  return title === titleFrom(words) ? titleFrom(maskPersonalData(words)) : maskPersonalData(title)
}

/**
 * Words made of nothing but white space or signs say nothing; a person must write at least two letters or
 * characters.
 */
export function whyNotWords(words: string): Refusal | null {
  const letters = words.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  return letters < 2 ? refuse('accept.wordsEmpty', 'invalid', { field: 'words' }) : null
}

/** A number to call back on: a mobile phone, or a landline with its area code; an extension may follow. */
export function whyNotPhone(phone: string | undefined): Refusal | null {
  const digits = phone?.normalize('NFKC').replace(/\D/g, '').length ?? 0
  return phone?.trim() && (digits < 7 || digits > 20)
    ? refuse('accept.phoneForm', 'invalid', { field: 'reporter.phone' })
    : null
}

/**
 * Why somebody may not join. A number is asked of whoever has no account; whether it is known already is told nobody,
 * since that would tell who reported.
 */
export function whyNotJoin(
  matter: Pick<Matter, 'published' | 'reporter'>,
  phone: string | undefined,
  by: Actor,
): Refusal | null {
  if (!matter.published) return refuse('matter.notFound', 'missing', { field: 'matter' })
  if (by.kind === 'resident')
    return matter.reporter === by.person ? refuse('accept.ownMatter', 'conflict') : null
  const wrong = refuse('accept.phoneForm', 'invalid', { field: 'phone' })
  return !phone?.trim() || whyNotPhone(phone) ? wrong : null
}

/**
 * Reporting for somebody else needs that person's consent (PIPL art. 13; product.md: typing-for-another with
 * consent).
 */
export function whyNotReporter(reporter: Reporter | undefined): Refusal | null {
  if (reporter?.behalfOf && !reporter.behalfOf.consent)
    return refuse('accept.consentMissing', 'invalid', { field: 'reporter.behalfOf.consent' })
  return whyNotPhone(reporter?.phone)
}

/** A point needs both numbers and the system it was measured in; datums are never mixed (domain.md 8.6). */
export function whyNotPlace(place: Said['place']): Refusal | null {
  if (!place) return null
  if ((place.lon === undefined) !== (place.lat === undefined))
    return refuse('accept.pointIncomplete', 'invalid', { field: 'place' })
  return null
}

/** What of a report may be corrected, and was. */
export type AmendedPart = 'words' | 'place'
type Amending = Pick<Matter, 'words' | 'division' | 'placeText' | 'lon' | 'lat'>

/** The parts that would be other than they are; an empty list when nothing would change. */
export function amendedParts(
  matter: Amending,
  asked: { readonly words?: string; readonly place?: Place },
): AmendedPart[] {
  const { words = matter.words, place } = asked
  const samePlace =
    !place ||
    ((place.division ?? null) === matter.division &&
      (place.text?.trim() ?? '') === matter.placeText &&
      (place.lon ?? null) === matter.lon &&
      (place.lat ?? null) === matter.lat)
  return [
    ...(words.trim() === matter.words ? [] : ['words' as const]),
    ...(samePlace ? [] : ['place' as const]),
  ]
}

/** The last moment at which a report may be corrected, by the rule `window.receiptEdit` (minutes). */
export function amendableUntil(receivedAt: Date, minutes: number): Date {
  return new Date(receivedAt.getTime() + minutes * millisecondsOfMinute)
}

/** Null within the window when something would change and the words still say something. */
export function whyNotAmend(
  matter: Amending & Pick<Matter, 'receivedAt'>,
  asked: { readonly words?: string; readonly place?: Place },
  minutes: number,
  now: Date,
): Refusal | null {
  const until = amendableUntil(matter.receivedAt, minutes)
  if (now > until)
    return refuse('accept.amendOver', 'conflict', { values: { until: until.toISOString() } })
  const wrong =
    (asked.words === undefined ? null : whyNotWords(asked.words)) ?? whyNotPlace(asked.place)
  if (wrong) return wrong
  return amendedParts(matter, asked).length === 0
    ? refuse('accept.nothingAmended', 'invalid', { field: 'words' })
    : null
}

/** Which doors an officer may record for: the grid worker only his own, the operator the phone and the counter. */
export function whyNotChannel(channel: Channel, by: Actor): Refusal | null {
  if (by.kind === 'system') return null
  const held = new Set(by.posts.map((post) => post.kind))
  if (channel === 'gridWorker' && held.has('gridWorker')) return null
  if (
    (channel === 'phone' || channel === 'walkIn' || channel === 'gridWorker') &&
    (held.has('operator') || held.has('leader'))
  )
    return null
  return refuse('accept.channelNotYours', 'forbidden', { field: 'channel' })
}

// Which other ways fit which of the six kinds (Beijing 接诉即办 law art. 11).
const fitting: Readonly<Record<RefusalKind, readonly OtherChannel[]>> = {
  emergency: ['police110', 'fire119', 'ambulance120', 'traffic122'],
  legalChannel: [
    'court',
    'arbitration',
    'discipline',
    'reconsideration',
    'petition',
    'disclosure',
    'mediation',
  ],
  inHand: ['none'],
  secret: ['none'],
  market: ['market', 'mediation', 'none'],
  unlawful: ['none'],
}

/** The channel told to the resident must be one that belongs to the reason. */
export function whyNotRefuse(
  reason: RefusalKind,
  channel: OtherChannel,
  related: string | undefined,
): Refusal | null {
  if (!fitting[reason].includes(channel))
    return refuse('accept.channelDoesNotFit', 'invalid', { field: 'channel' })
  if (reason === 'inHand' && !related)
    return refuse('accept.relatedMissing', 'invalid', { field: 'related' })
  return null
}

/** The channels an operator may choose for a reason. */
export function channelsFor(reason: RefusalKind): readonly OtherChannel[] {
  return fitting[reason]
}

/**
 * A confidential reporter stays unknown to the handling office (Weifang 12345 law art. 32; 是否保密 is asked of
 * every reporter).
 */
export function whyNotReadIdentity(
  matter: Pick<Matter, 'confidential' | 'offices'>,
  by: Actor,
): Refusal | null {
  const involved = by.posts.some((post) => matter.offices.includes(post.office))
  return matter.confidential && involved ? refuse('accept.identityConfidential', 'forbidden') : null
}
