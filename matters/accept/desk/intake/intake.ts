import type { InputOf } from '#foundation/contract.ts'
import type { KeptFile } from '#foundation/desk/form/use-sent-files.ts'
import type { Channel, Kind, RequestType, Urgency } from '#matters/matter/model.ts'
import type { record } from '../../contract.ts'
import { type OtherChannel, type RefusalKind, refusalKinds } from '../../model.ts'
import { channelsFor } from '../../rules.ts'

/** What becomes of what somebody says: an order for an office, an answer at once, or one of the six other kinds. */
export const intakeOutcomes = ['order', 'answer', ...refusalKinds] as const
export type IntakeOutcome = (typeof intakeOutcomes)[number]

/** An article of the knowledge base that answers the question, as the form keeps it. */
export type UsedArticle = { readonly id: string; readonly title: string; readonly citation: string }

/** Everything typed while somebody speaks. Empty text and null are what is not known. */
export type IntakeDraft = {
  /** Of the recording: sent again after a lost answer, it records nothing twice. */
  actId: string
  words: string
  type: RequestType | null
  category: string | null
  /** The category stands as suggested and follows the suggestion until somebody chooses. */
  categorySuggested: boolean
  /** Null: as the category has it. */
  urgency: Urgency | null
  division: string | null
  divisionName: string | null
  placeText: string
  name: string
  phone: string
  behalf: boolean
  behalfName: string
  behalfRelation: string
  consent: boolean
  confidential: boolean
  replyWanted: boolean
  published: boolean
  /** Offices the matter is about; they never see it. */
  concerns: readonly string[]
  files: readonly KeptFile[]
  outcome: IntakeOutcome
  otherChannel: OtherChannel | null
  /** Number of the matter that is in hand already. */
  related: string
  reply: string
  /** The reply is the ready one and follows the channel until somebody edits it. */
  replyReady: boolean
  /** The article of the knowledge base the reply was taken from. */
  article: UsedArticle | null
  /** The matter this one repeats: it joins it. */
  same: { readonly number: string; readonly title: string } | null
  /** Sent without an answer: nobody knows whether it was recorded. */
  unanswered: boolean
}

export function blankIntake(actId: string): IntakeDraft {
  return {
    actId,
    words: '',
    type: null,
    category: null,
    categorySuggested: false,
    urgency: null,
    division: null,
    divisionName: null,
    placeText: '',
    name: '',
    phone: '',
    behalf: false,
    behalfName: '',
    behalfRelation: '',
    consent: false,
    confidential: false,
    replyWanted: true,
    published: true,
    concerns: [],
    files: [],
    outcome: 'order',
    otherChannel: null,
    related: '',
    reply: '',
    replyReady: true,
    article: null,
    same: null,
    unanswered: false,
  }
}

/** A category as the form offers it. */
export type CategoryChoice = {
  readonly code: string
  readonly name: string
  /** Name of the wider category. */
  readonly above: string | null
  readonly urgency: Urgency
}

/** The urgency that will stand: chosen, else the category's, else general. */
export function urgencyOf(draft: IntakeDraft, categories: readonly CategoryChoice[]): Urgency {
  const category = categories.find(({ code }) => code === draft.category)
  return draft.urgency ?? category?.urgency ?? 'general'
}

/** Chooses what becomes of it, with the channel that stands first for that reason. */
export function choosing(outcome: IntakeOutcome, channel?: OtherChannel): Partial<IntakeDraft> {
  const anew = { article: null, replyReady: true }
  if (outcome === 'order') return { ...anew, outcome, otherChannel: null, reply: '' }
  if (outcome === 'answer') {
    return { ...anew, outcome, otherChannel: null, reply: '', type: 'consultation' }
  }
  return { ...anew, outcome, otherChannel: channel ?? channelsFor(outcome)[0] ?? null }
}

export const isRefusal = (outcome: IntakeOutcome): outcome is RefusalKind =>
  outcome !== 'order' && outcome !== 'answer'

type Said = InputOf<typeof record>
type Step = NonNullable<Said['next']>[number]

/** Fields that hold nothing are not sent at all. */
function filled<T extends object>(fields: T): T {
  const kept = Object.entries(fields).filter(([, value]) => value !== '' && value !== null)
  return Object.fromEntries(kept) as T
}

function orderSteps(draft: IntakeDraft, urgency: Urgency): Step[] {
  const { category, type, published, confidential, same } = draft
  const judged = filled({ category, type, urgency })
  const shown = published && !confidential && type !== 'report'
  return [
    { verb: 'accept', input: { ...judged, published: shown } },
    ...(category === null ? [] : [{ verb: 'judge' as const, input: judged }]),
    ...(same === null ? [] : [{ verb: 'link' as const, input: { to: same.number } }]),
  ]
}

/** The acts done at once after recording. */
function stepsOf(draft: IntakeDraft, urgency: Urgency): Step[] {
  const { outcome, otherChannel: channel, related, reply, article } = draft
  if (outcome === 'order') return orderSteps(draft, urgency)
  if (outcome === 'answer')
    return [{ verb: 'answer', input: { reply, ...(article && { article: article.id }) } }]
  const known = outcome === 'inHand' ? { related: related.trim() } : {}
  return [{ verb: 'refuse', input: filled({ reason: outcome, channel, reply, ...known }) }]
}

function reporterOf(draft: IntakeDraft): Said['reporter'] {
  const { behalf, behalfName, behalfRelation, consent } = draft
  const behalfOf = behalf
    ? { name: behalfName.trim(), relation: behalfRelation.trim(), consent }
    : null
  const reporter = filled({ name: draft.name.trim(), phone: draft.phone.trim(), behalfOf })
  return Object.keys(reporter).length > 0 ? (reporter as Said['reporter']) : undefined
}

/** Where it is, as the contract wants it; undefined where nothing is known. */
export function placeOf(
  place: Pick<IntakeDraft, 'division' | 'placeText'> & { lon?: number; lat?: number },
): Said['place'] {
  const { division, placeText, lon, lat } = place
  const point = lon !== undefined && lat !== undefined ? { lon, lat, datum: 'WGS84' } : {}
  const known = filled({ division, text: placeText.trim(), ...point })
  return Object.keys(known).length > 0 ? (known as Said['place']) : undefined
}

/**
 * What is sent.
 * @param mayAccept false for a post that records but does not accept (值班领导): then nothing follows the recording
 */
export function recordingOf(
  draft: IntakeDraft,
  channel: Channel,
  urgency: Urgency,
  mayAccept: boolean,
): Said {
  const { actId, words, type, category, confidential, replyWanted, concerns, files } = draft
  const reporter = reporterOf(draft)
  const place = placeOf(draft)
  return {
    actId,
    channel,
    kind: 'request' satisfies Kind,
    words: words.trim(),
    ...filled({ type, category }),
    ...(place ? { place } : {}),
    confidential,
    replyWanted,
    ...(files.length > 0 ? { files: files.map(({ hash }) => hash) } : {}),
    ...(reporter ? { reporter } : {}),
    ...(concerns.length > 0 ? { concerns: [...concerns] } : {}),
    ...(mayAccept ? { next: stepsOf(draft, urgency) } : {}),
  } as Said
}

/** In groups, so that it can be read out and written down: "7K3M 9Q2 X1A". */
export function spoken(secret: string): string {
  return /^(.{4})(.{3})(.+)$/.exec(secret)?.slice(1).join(' ') ?? secret
}
