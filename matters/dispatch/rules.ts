import type { Limit, WorkCalendar } from '#foundation/calendar.ts'
import { isLate } from '#foundation/clock-state.ts'
import { type Refusal, refuse } from '#foundation/refusal.ts'
import { addDays, type Day, isDay } from '#foundation/time.ts'
import { dueAt } from '#foundation/time-limits.ts'
import type { Matter, MatterClock } from '#matters/matter/model.ts'
import type { Actor, Office, PostKind } from '#people/model.ts'
import { holdsOn } from '#people/rules.ts'
import { type DutyItem, type ItemLimit, reasonLengthMin } from './model.ts'

/** Null when the words explain something: at least ten letters, figures or characters. */
export function whyNotReason(words: string, field = 'reason'): Refusal | null {
  const letters = words.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  if (letters >= reasonLengthMin) return null
  return refuse('dispatch.reasonTooShort', 'invalid', { field, values: { count: reasonLengthMin } })
}

/**
 * Why these offices cannot be asked or given anything about this matter on that day. A matter never goes to whom it is
 * about (petition rules art. 30; domain.md 2.10).
 */
export function whyNotOffices(
  field: string,
  offices: readonly Office[],
  { shutOut }: Pick<Matter, 'shutOut'>,
  day: Day,
): Refusal | null {
  const ended = offices.find((office) => !holdsOn(office, day))
  if (ended)
    return refuse('dispatch.officeEnded', 'conflict', { field, values: { office: ended.name } })
  const accused = offices.find(({ id }) => shutOut.includes(id))
  if (!accused) return null
  return refuse('dispatch.officeShutOut', 'conflict', { field, values: { office: accused.name } })
}

/** Null when everybody whose opinion is written down was asked. */
export function whyNotInvited(heard: readonly string[], asked: readonly string[]): Refusal | null {
  return heard.every((office) => asked.includes(office))
    ? null
    : refuse('dispatch.notInvited', 'invalid', { field: 'opinions' })
}

/** An opinion given in a consultation; `own` when its office wrote it down itself. */
export type Opinion = { readonly office: string; readonly opinion: string; readonly own?: true }

/** What an office says itself takes the place of what it said before. */
export function withOwnOpinion(
  opinions: readonly Opinion[],
  office: string,
  opinion: string,
): Opinion[] {
  return [...opinions.filter((one) => one.office !== office), { office, opinion, own: true }]
}

/** Null unless somebody would write over what an office has said itself. */
export function whyNotWriteFor(
  written: readonly Opinion[],
  opinions: readonly Opinion[],
): Refusal | null {
  const own = new Set(opinions.filter((one) => one.own).map(({ office }) => office))
  return written.some(({ office }) => own.has(office))
    ? refuse('dispatch.opinionGiven', 'conflict', { field: 'opinions' })
    : null
}

/** Why this lead and these assisting offices cannot be given this matter, whatever their duties are. */
export function whyNotAssign(
  lead: Office,
  assisting: readonly Office[],
  matter: Pick<Matter, 'shutOut'>,
  day: Day,
): Refusal | null {
  if (assisting.some(({ id }) => id === lead.id))
    return refuse('dispatch.leadAmongAssisting', 'invalid', { field: 'assisting' })
  return (
    whyNotOffices('lead', [lead], matter, day) ?? whyNotOffices('assisting', assisting, matter, day)
  )
}

export type BasisAsked = {
  /** The number of the item asked for, and the item found under it. */
  readonly dutyItem: string | undefined
  readonly found: DutyItem | undefined
  readonly typed: string | undefined
  readonly lead: string
}

/**
 * Every dispatch rests on something (domain.md 1.2a): the duty list, or what the dispatcher names where it is silent.
 */
export function whyNotBasis({ dutyItem, found, typed, lead }: BasisAsked): Refusal | null {
  if (dutyItem !== undefined) {
    if (!found) return refuse('dispatch.dutyItemDoesNotFit', 'conflict', { field: 'dutyItem' })
    return found.lead === lead
      ? null
      : refuse('dispatch.dutyItemOtherLead', 'conflict', { field: 'lead' })
  }
  return (typed?.trim() ?? '') === ''
    ? refuse('dispatch.basisMissing', 'invalid', { field: 'basis' })
    : null
}

/**
 * The limit an item of the duty list sets for the resident's clock, or null. What is urgent or concerns water, power,
 * gas and heat keeps its own limit: an item may shorten or lengthen the ordinary, never put an emergency off.
 */
export function limitOfItem(
  item: DutyItem | undefined,
  urgency: Matter['urgency'],
): ItemLimit | null {
  return urgency === 'urgent' || urgency === 'lifeline' ? null : (item?.limit ?? null)
}

/** Null within the window after the dispatch (rule `window.objection`). */
export function whyNotObject(
  dispatchedAt: Date,
  window: Limit,
  calendar: WorkCalendar,
  now: Date,
): Refusal | null {
  const until = dueAt(window, dispatchedAt, calendar)
  return now <= until
    ? null
    : refuse('dispatch.objectionLate', 'conflict', { values: { until: until.toISOString() } })
}

/** The clock an extension moves: the one that runs for the resident now. Null when none does. */
export function extendable(clocks: readonly MatterClock[]): MatterClock | null {
  const running = (name: string) => clocks.find((clock) => clock.name === name && !clock.stoppedAt)
  return running('rework') ?? running('completion') ?? null
}

export type ExtensionAsked = {
  readonly clock: MatterClock | null
  readonly amount: number
  /** Rule `limit.extension`: the longest a single one may be. */
  readonly limit: Limit
  /** How many were granted before, and how many may be (rule `count.extensions`). */
  readonly granted: number
  readonly countMax: number
}

/** Why no more time can be asked for. */
export function whyNotAskExtension(asked: ExtensionAsked, now: Date): Refusal | null {
  const { clock, amount, limit, granted, countMax } = asked
  if (!clock) return refuse('dispatch.nothingToExtend')
  // An extension asked for after the limit would make a missed limit look kept.
  if (isLate(clock, now)) return refuse('dispatch.extensionAfterLimit')
  if (granted >= countMax)
    return refuse('dispatch.extensionsUsedUp', 'conflict', { values: { count: countMax } })
  return whyNotAmount(amount, limit, limit.amount)
}

function whyNotAmount(amount: number, { unit }: Limit, amountMax: number): Refusal | null {
  const whole = unit === 'urgentHour' || unit === 'workingHour' || Number.isInteger(amount)
  if (!whole) return refuse('dispatch.extensionNotWhole', 'invalid', { field: 'amount' })
  if (amount <= amountMax) return null
  return refuse('dispatch.extensionTooLong', 'invalid', {
    field: 'amount',
    values: { amount: amountMax },
  })
}

export type ExtensionDecided = {
  readonly granted: boolean
  readonly amount: number
  readonly asked: Limit
  /** Which this would be: 1 for the first. */
  readonly nth: number
  /** Rule `list.extensionApprovers`: post kinds, the first for the first extension, the last for all further ones. */
  readonly approvers: readonly string[]
  readonly reason: string | undefined
}

/** Why this officer cannot decide the extension at all. A leader may decide every one (domain.md 1.6). */
export function whyNotApprover(
  { nth, approvers }: Pick<ExtensionDecided, 'nth' | 'approvers'>,
  by: Actor,
): Refusal | null {
  const approver = approvers[nth - 1] ?? approvers.at(-1)
  if (by.posts.some(({ kind }) => kind === 'leader' || kind === approver)) return null
  return refuse('dispatch.extensionByLeader', 'forbidden', { values: { count: nth } })
}

/** Why this officer cannot decide so. */
export function whyNotDecideExtension(decided: ExtensionDecided, by: Actor): Refusal | null {
  const { granted, amount, asked, reason } = decided
  const other = whyNotApprover(decided, by)
  if (other) return other
  if (!granted) return whyNotReason(reason ?? '')
  return whyNotAmount(amount, asked, asked.amount)
}

export type Suspending = {
  readonly wakeOn: string
  /** Rule `window.suspension`: the longest hold in days. */
  readonly daysMax: number
  /** Rule `list.suspensionApprovers`: post kinds. */
  readonly approvers: readonly string[]
  readonly as: PostKind | undefined
}

/** Why this post cannot put anything on hold. */
export function whyNotApproveHold({
  approvers,
  as,
}: Pick<Suspending, 'approvers' | 'as'>): Refusal | null {
  if (as !== undefined && approvers.includes(as)) return null
  return refuse('dispatch.suspensionApprover', 'forbidden')
}

/** Why a matter cannot be put on hold until that day (trap 12: reason, approver, wake-up date). */
export function whyNotSuspend(
  { wakeOn, daysMax, approvers, as }: Suspending,
  today: Day,
): Refusal | null {
  const other = whyNotApproveHold({ approvers, as })
  if (other) return other
  if (wakeOn <= today) return refuse('dispatch.wakeDayPast', 'invalid', { field: 'wakeOn' })
  if (wakeOn > addDays(today, daysMax))
    return refuse('dispatch.suspensionTooLong', 'invalid', {
      field: 'wakeOn',
      values: { days: daysMax },
    })
  return null
}

export type Urging = {
  readonly clocks: readonly MatterClock[]
  /** When the reporter urged last; null for never. */
  readonly lastUrged: Date | null
  /** Rule `window.urgeAgain`. */
  readonly hoursBetween: number
}

/** Officers urge at any time; the reporter once it is overdue, and then not more often than the rule says. */
export function whyNotUrge(
  { clocks, lastUrged, hoursBetween }: Urging,
  by: Actor,
  now: Date,
): Refusal | null {
  if (by.kind === 'officer' || by.kind === 'system') return null
  const clock = extendable(clocks)
  if (!clock || !isLate(clock, now)) return refuse('dispatch.notOverdue')
  if (!lastUrged) return null
  const again = new Date(lastUrged.getTime() + hoursBetween * 3_600_000)
  return now >= again
    ? null
    : refuse('dispatch.urgedAlready', 'too-many', { values: { until: again.toISOString() } })
}

/** Null for a day that exists between 1900 and 2200. */
export function whyNotListDay(day: string, field: string): Refusal | null {
  if (isDay(day) && day >= '1900-01-01' && day < '2201-01-01') return null
  return refuse('dispatch.dayUnknown', 'invalid', { field })
}

/** Lists change for what comes: null for a day that is today or later. */
export function whyNotBeginItem(from: string, today: Day, field = 'from'): Refusal | null {
  const wrong = whyNotListDay(from, field)
  if (wrong || from >= today) return wrong
  return refuse('dispatch.dayOver', 'invalid', { field, values: { day: today } })
}

/**
 * Why an item cannot go on with this content. What was published is never written over: it ends where the new content
 * begins, so it must have held for a day at least; and what has an end already is not changed any more.
 */
export function whyNotChangeItem(standing: DutyItem, fresh: DutyItem): Refusal | null {
  if (standing.validTo !== null)
    return refuse('dispatch.dutyItemEnding', 'conflict', { values: { day: standing.validTo } })
  if (fresh.validFrom <= standing.validFrom)
    return refuse('dispatch.changeFromLater', 'invalid', {
      field: 'from',
      values: { day: standing.validFrom },
    })
  const content = ({ validFrom: _, ...item }: DutyItem) =>
    JSON.stringify(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
  return content(standing) === content(fresh) ? refuse('dispatch.nothingChanged', 'invalid') : null
}

/** The duty list is kept by the system administrator and the leadership. */
export function whyNotKeepList(by: Actor): Refusal | null {
  const may =
    by.kind === 'system' || by.posts.some(({ kind }) => kind === 'systemAdmin' || kind === 'leader')
  return may ? null : refuse('dispatch.listKeepersOnly', 'forbidden')
}
