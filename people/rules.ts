import type { OfficeId, PersonId } from '#foundation/ids.ts'
import { type Refusal, refuse } from '#foundation/refusal.ts'
import { isDay, millisecondsOfDay } from '#foundation/time.ts'
import { isAdministrator } from './guard.ts'
import type { Actor, HeldPost, Office, Post, PostKind } from './model.ts'

/** Anything that holds from a day up to, not on, another. */
type Lasting = { readonly validFrom: string; readonly validTo: string | null }

/** True when the thing holds on that day. */
export function holdsOn(thing: Lasting, day: string): boolean {
  return thing.validFrom <= day && (thing.validTo === null || day < thing.validTo)
}

/** The rule of issue and import: no day before 1900 or after 2200 is meant. */
export function whyNotDay(day: string, field: string): Refusal | null {
  if (isDay(day) && day >= '1900-01-01' && day < '2201-01-01') return null
  return refuse('people.dayUnknown', 'invalid', { field, values: { day } })
}

const onlyFor: Partial<Record<PostKind, string>> = {
  systemAdmin: 'people.onlySystemAdmin',
  securityAdmin: 'people.onlySecurityAdmin',
  auditAdmin: 'people.onlyAuditAdmin',
}

/**
 * Three administrators, three trades (GB/T 22239, 三员分立): system manages offices and posts, security manages
 * accounts and who holds which post, audit reads the log. The house itself may do what an installation begins with.
 */
export function whyNotAdminister(
  by: Actor,
  kind: 'systemAdmin' | 'securityAdmin' | 'auditAdmin',
): Refusal | null {
  if (by.kind === 'system' || by.posts.some((post) => post.kind === kind)) return null
  return refuse(onlyFor[kind] ?? 'people.onlySystemAdmin', 'forbidden')
}

/** One person holds at most one of the three administrator trades, lent posts included. */
export function administratorsClash(kinds: Iterable<PostKind>): boolean {
  return new Set([...kinds].filter(isAdministrator)).size > 1
}

export type Appointment = {
  readonly post: Post
  readonly officer: Lasting & { readonly id: string }
  /** Kinds of all posts the officer holds, is to hold or stands in for, from that day on. */
  readonly kinds: readonly PostKind[]
  readonly from: string
}

/** Why this officer cannot be given this post from that day. */
export function whyNotAppoint(asked: Appointment, by: Actor): Refusal | null {
  const clerk = whyNotAdminister(by, 'securityAdmin')
  if (clerk) return clerk
  // Whoever hands out posts hands none to themselves.
  if (by.person === asked.officer.id) return refuse('people.ownAppointment', 'forbidden')
  if (!holdsOn(asked.post, asked.from))
    return refuse('people.postClosed', 'conflict', { field: 'post' })
  if (!holdsOn(asked.officer, asked.from)) {
    return refuse('people.officerGone', 'conflict', { field: 'officer' })
  }
  if (administratorsClash([...asked.kinds, asked.post.kind])) {
    return refuse('people.administratorsClash', 'conflict', { field: 'officer' })
  }
  return null
}

export type DelegationAsked = {
  /** The post as the asker holds it; undefined when they do not. */
  readonly held: HeldPost | undefined
  readonly to: {
    readonly id: string
    readonly inService: boolean
    readonly kinds: readonly PostKind[]
  }
  readonly from: Date
  readonly until: Date
  /** True when the post is lent already for part of that time. */
  readonly lent: boolean
}

/** Why this post cannot be lent. `daysMax` is the county's rule `delegation.daysMax`. */
export function whyNotDelegate(
  asked: DelegationAsked,
  by: Actor,
  now: Date,
  daysMax: number,
): Refusal | null {
  // Lent posts are not lent on: the holder must know who stands in for them.
  if (!asked.held || asked.held.behalfOf !== null) {
    return refuse('people.postNotYours', 'forbidden', { field: 'post' })
  }
  if (asked.to.id === by.person)
    return refuse('people.delegationToSelf', 'invalid', { field: 'to' })
  if (!asked.to.inService) return refuse('people.officerGone', 'conflict', { field: 'to' })
  if (asked.until <= asked.from || asked.until <= now) {
    return refuse('people.delegationEndsFirst', 'invalid', { field: 'until' })
  }
  const days =
    (asked.until.getTime() - Math.max(asked.from.getTime(), now.getTime())) / millisecondsOfDay
  if (days > daysMax) {
    return refuse('people.delegationTooLong', 'invalid', {
      field: 'until',
      values: { days: daysMax },
    })
  }
  if (asked.lent) return refuse('people.postLent', 'conflict', { field: 'post' })
  if (administratorsClash([...asked.to.kinds, asked.held.kind])) {
    return refuse('people.administratorsClash', 'conflict', { field: 'to' })
  }
  return null
}

export type DelegationStanding = {
  readonly from: PersonId
  readonly until: Date
  readonly withdrawnAt: Date | null
}

/** Why a delegation cannot be taken back: by the one who gave it, or by the security administrator. */
export function whyNotWithdraw(standing: DelegationStanding, by: Actor, now: Date): Refusal | null {
  if (standing.from !== by.person && whyNotAdminister(by, 'securityAdmin')) {
    return refuse('people.delegationNotYours', 'forbidden')
  }
  if (standing.withdrawnAt || standing.until <= now) return refuse('people.delegationOver')
  return null
}

/** Why one office cannot go on in another from that day. History is not rewritten: `today` or later. */
export function whyNotSucceed(
  asked: { readonly office: Office; readonly successor: Office; readonly on: string },
  by: Actor,
  today: string,
): Refusal | null {
  const clerk = whyNotAdminister(by, 'systemAdmin')
  if (clerk) return clerk
  if (asked.on < today) return refuse('people.dayPast', 'invalid', { field: 'on' })
  if (asked.successor.id === asked.office.id) {
    return refuse('people.ownSuccessor', 'invalid', { field: 'successor' })
  }
  if (asked.office.validTo !== null || asked.office.validFrom > asked.on) {
    return refuse('people.officeClosed', 'conflict', { field: 'office' })
  }
  // Only an office without an end takes over: so no chain of successors ever runs in a circle.
  if (asked.successor.validTo !== null || asked.successor.validFrom > asked.on) {
    return refuse('people.officeClosed', 'conflict', { field: 'successor' })
  }
  return null
}

/** Offices an actor works for, those they have succeeded included. */
export function officesOf(by: Actor): ReadonlySet<OfficeId> {
  return new Set(by.posts.flatMap((post) => [post.office, ...(post.formerly ?? [])]))
}
