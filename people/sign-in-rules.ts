import { type Refusal, refuse } from '#foundation/refusal.ts'
import type { Owed, PostKind } from './model.ts'

/** What bounds guessing and forgetting at the door. A county may be stricter; these are what the house starts with. */
export type DoorLimits = {
  /** Wrong answers in a row that lock an account, and for how long. */
  readonly failuresMax: number
  readonly lockMinutes: number
  /** An officer who did nothing for so long has left. */
  readonly idleMinutes: number
  /** The longest a session lasts, busy or not. */
  readonly officerHours: number
  readonly residentDays: number
  /** A phone code: how long it works, how often it may be tried, how soon and how often a new one is sent. */
  readonly codeMinutes: number
  readonly codeTriesMax: number
  readonly codeWaitSeconds: number
  readonly codesPerDayMax: number
}

/** Five failures, thirty idle minutes: what graded-protection assessors look for (GB/T 22239-2019, domain §7.3). */
export const doorLimits: DoorLimits = {
  failuresMax: 5,
  lockMinutes: 15,
  idleMinutes: 30,
  officerHours: 12,
  residentDays: 30,
  codeMinutes: 5,
  codeTriesMax: 5,
  codeWaitSeconds: 60,
  codesPerDayMax: 10,
}

export const passwordLengthMin = 8
/** Bounds the work of hashing; longer texts are refused, never cut. */
export const passwordLengthMax = 128

const characterKinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u]

/** At least 8 characters of 3 of 4 kinds (GB/T 22239-2019 assessors' habit, domain §7.3), and not the login itself. */
export function whyNotPassword(password: string, login: string): Refusal | null {
  const length = [...password].length
  const kinds = characterKinds.filter((kind) => kind.test(password)).length
  const field = 'password'
  if (length > passwordLengthMax) {
    return refuse('people.passwordLong', 'invalid', {
      field,
      values: { length: passwordLengthMax },
    })
  }
  if (length < passwordLengthMin || kinds < 3) {
    return refuse('people.passwordWeak', 'invalid', {
      field,
      values: { length: passwordLengthMin },
    })
  }
  if (login.length >= 4 && password.toLowerCase().includes(login.toLowerCase())) {
    return refuse('people.passwordHasLogin', 'invalid', { field })
  }
  return null
}

/**
 * What stands between signing in and work: a password others know, then a second factor the county asks of the post.
 * @param secondFactorPosts rule `list.secondFactorPosts` (GB/T 22239-2019, 8.1.4.1 d: two kinds of proof at level 3)
 */
export function owedBeforeWork(
  account: { readonly provisional: boolean; readonly totp: boolean },
  posts: readonly { readonly kind: PostKind }[],
  secondFactorPosts: readonly string[],
): Owed | null {
  if (account.provisional) return 'password'
  const asked = posts.some(({ kind }) => secondFactorPosts.includes(kind))
  return asked && !account.totp ? 'secondFactor' : null
}

/** Why somebody who owes that cannot work yet. */
export function whyNotWork(owes: Owed): Refusal {
  return refuse(
    owes === 'password' ? 'people.passwordOwed' : 'people.secondFactorOwed',
    'forbidden',
  )
}

/** Logins are compared in lower case and without blanks around them. */
export function normalLogin(login: string): string {
  return login.trim().toLowerCase()
}

/** 2 to 40 small letters, digits, dot, dash and underline, beginning with a letter. */
export function whyNotLogin(login: string): Refusal | null {
  if (/^[a-z][a-z0-9._-]{1,39}$/.test(login)) return null
  return refuse('people.loginForm', 'invalid', { field: 'login' })
}

/** A mainland mobile number as eleven digits, however it was typed; null when it is none. */
export function normalPhone(text: string): string | null {
  const digits = text
    .normalize('NFKC')
    .replace(/[\s()-]/g, '')
    .replace(/^(\+|00)86/, '')
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null
}

export type CodesSent = { readonly madeAt: Date; readonly sent: number; readonly sentSince: Date }

/** Why no further code is sent to a phone now. */
export function whyNotSendCode(
  before: CodesSent | null,
  now: Date,
  limits: DoorLimits,
): Refusal | null {
  if (!before) return null
  const waited = (now.getTime() - before.madeAt.getTime()) / 1000
  if (waited < limits.codeWaitSeconds) {
    const seconds = Math.ceil(limits.codeWaitSeconds - waited)
    return refuse('people.codeTooSoon', 'too-many', { field: 'phone', values: { seconds } })
  }
  if (!isNewDayOfCodes(before, now) && before.sent >= limits.codesPerDayMax) {
    return refuse('people.codesUsedUp', 'too-many', {
      field: 'phone',
      values: { codes: limits.codesPerDayMax },
    })
  }
  return null
}

/** True when 24 hours have passed since the counting of codes began, so that it begins anew. */
export function isNewDayOfCodes(before: CodesSent, now: Date): boolean {
  return now.getTime() - before.sentSince.getTime() >= 24 * 3_600_000
}
