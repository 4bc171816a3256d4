import { checkCitizenNumber } from './citizen-number.ts'

/** Numbers that lead to a person, as found in folded text (see personal-data.ts). */
export type NumberKind = 'mobile' | 'landline' | 'citizenNumber' | 'bankCard'
export type NumberSpan = { readonly from: number; readonly to: number; readonly kind: NumberKind }

/** Digits that stand together. */
type Group = { readonly from: number; readonly to: number; readonly size: number }

/** Some groups of a chain that follow each other, and their digits together. */
type Window = {
  readonly folded: string
  readonly groups: readonly Group[]
  readonly digits: string
  /** No other group of the chain stands beside it. */
  readonly alone: boolean
}

// Longest numbers looked for: the 19 digits of a bank card.
const digitsMax = 19

const isDigit = (code: number) => code >= 48 && code <= 57

/** Signs that part the digits of one number. A dot before one or two digits is a decimal point or a date's. */
function joins(folded: string, from: number, to: number, nextSize: number): boolean {
  if (to - from > 3) return false
  for (let i = from; i < to; i++) {
    const sign = folded[i]
    if (sign === '.' ? nextSize < 3 : sign !== ' ' && sign !== '-' && sign !== '(' && sign !== ')')
      return false
  }
  return true
}

/** All groups of digits, in chains whose members may belong to one number. */
function chainsOf(folded: string): Group[][] {
  const chains: Group[][] = []
  let chain: Group[] = []
  let end = -1
  for (let from = 0; from < folded.length; from++) {
    if (!isDigit(folded.charCodeAt(from))) continue
    let to = from + 1
    while (to < folded.length && isDigit(folded.charCodeAt(to))) to++
    const size = to - from
    if (chain.length > 0 && joins(folded, end, from, size)) chain.push({ from, to, size })
    else {
      chain = [{ from, to, size }]
      chains.push(chain)
    }
    end = to
    from = to
  }
  return chains
}

const mobilePattern = /^1[3-9]\d{9}$/
// Mobiles dialled through the country's or the trunk prefix, written in one.
const prefixedMobilePattern = /^(0|86|086|0086)1[3-9]\d{9}$/
// Area codes: 010 and 02x with eight digits, the others with seven or eight.
const landlinePattern = /^(?:010\d{8}|02\d{9}|0[3-9]\d{9,10})$/
const localLandlinePattern = /^[2-8]\d{6,7}$/

// Ways to part a mobile number; lists of room numbers are parted otherwise.
const mobileParts = new Set(['11', '3,4,4', '3,8', '7,4', '4,3,4', '4,7', '5,6', '3,3,5'])

function isPartedAsMobile(groups: readonly Group[]): boolean {
  return groups.length === 11 || mobileParts.has(groups.map(({ size }) => size).join())
}

/** Cards are printed in fours; some people write the bank's six digits first. */
function isPartedAsCard(groups: readonly Group[]): boolean {
  if (groups.length === 1 || (groups.length === 2 && groups[0]?.size === 6)) return true
  return groups.every(({ size }, i) => size === 4 || (i === groups.length - 1 && size < 4))
}

/** Area code apart from the rest, or all in one. */
function isPartedAsLandline(groups: readonly Group[]): boolean {
  const first = groups[0]?.size ?? 0
  return groups.length === 1 || first === 3 || first === 4
}

/** The check of ISO/IEC 7812 (Luhn). */
function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
  }
  return sum % 10 === 0
}

function textBefore({ folded, groups }: Window): string {
  const from = groups[0]?.from ?? 0
  return folded.slice(Math.max(0, from - 12), from)
}

function isBankCard(window: Window): boolean {
  const { digits, groups } = window
  if (digits.length < 13 || !isPartedAsCard(groups) || !passesLuhn(digits)) return false
  const before = textBefore(window)
  if (/(卡号|银行卡|储蓄卡|账号|帐号|账户|帐户|card)[^\d]{0,6}$/i.test(before)) return true
  // Grid codes, order and file numbers are as long, and every tenth passes the check by chance.
  if (/(编号|编码|单号|代码|网格|文号|户号|表号|流水号)[^\d]{0,6}$/.test(before)) return false
  // So are four room numbers in a row, which come in longer lists.
  return digits.length >= 16 && /^[3-69]/.test(digits) && (groups.length === 1 || window.alone)
}

/** Sums of money and measures may be as long as a phone number. */
function isAmount({ folded, groups }: Window): boolean {
  const [from, to] = [groups[0]?.from ?? 0, groups.at(-1)?.to ?? 0]
  const after = folded.slice(to, to + 4)
  return (
    /^ ?(?:元|万元|亿|%|吨|平方)/.test(after) ||
    /[¥￥$] ?$/.test(folded.slice(Math.max(0, from - 2), from))
  )
}

/** A citizen number of 18 digits, or of 17 and the X that follows them; its length, or 0. */
function citizenNumberLength({ folded, groups, digits }: Window): number {
  if (digits.length === 18) return checkCitizenNumber(digits) === null ? 18 : 0
  if (digits.length !== 17) return 0
  const sign = folded[groups.at(-1)?.to ?? 0]
  return (sign === 'X' || sign === 'x') && checkCitizenNumber(`${digits}X`) === null ? 18 : 0
}

/** What a window is, strictest first; `skip` digits before it are a prefix and stay. */
function kindOf(window: Window): { kind: NumberKind; skip: number } | null {
  const { groups, digits } = window
  if (mobilePattern.test(digits) && isPartedAsMobile(groups)) return { kind: 'mobile', skip: 0 }
  const prefix = groups.length === 1 ? prefixedMobilePattern.exec(digits)?.[1] : undefined
  if (prefix) return { kind: 'mobile', skip: prefix.length }
  if (landlinePattern.test(digits) && isPartedAsLandline(groups))
    return { kind: 'landline', skip: 0 }
  if (isBankCard(window)) return { kind: 'bankCard', skip: 0 }
  const called =
    localLandlinePattern.test(digits) &&
    /(电话|座机|致电|拨打|tel)[^\d]{0,4}$/i.test(textBefore(window))
  return called ? { kind: 'landline', skip: 0 } : null
}

function readNumber(window: Window): NumberSpan | null {
  const { groups, digits } = window
  const from = groups[0]?.from ?? 0
  const to = groups.at(-1)?.to ?? 0
  const length = citizenNumberLength(window)
  if (length > 0) return { from, to: to + length - digits.length, kind: 'citizenNumber' }
  const found = kindOf(window)
  return found && !isAmount(window) ? { from: from + found.skip, to, kind: found.kind } : null
}

/** Whether so many digits can be anything at all: spares most windows the reading. */
function mayBeNumber(total: number, first: string, single: boolean): boolean {
  if (total >= 13) return single || total >= 16
  if (total === 11) return first === '1' || first === '0'
  if (total >= 9) return first === '0' && total >= 10
  return total >= 7 && first > '1'
}

/** Where a number written digit by digit ends: the run of single digits must be the number and no longer. */
function endOfSingles(chain: readonly Group[], start: number): number {
  let end = start
  while (end - start < digitsMax && chain[end]?.size === 1) end++
  return end
}

/**
 * The longest number that begins with group `start`, and how many groups it takes. People part a number in pieces
 * of two and more digits after a first of three, or write it digit by digit; other windows are not even looked at.
 */
function readAt(
  folded: string,
  chain: readonly Group[],
  start: number,
): { span: NumberSpan; taken: number } | null {
  const first = chain[start]
  if (!first || first.size === 2 || first.size > digitsMax) return null
  const ends: number[] = []
  if (first.size === 1) {
    const end = endOfSingles(chain, start)
    if (chain[start - 1]?.size !== 1 && end - start >= 7) ends.push(end)
  } else {
    const sign = folded.charAt(first.from)
    let total = 0
    for (let i = start; i < chain.length && i - start < 5; i++) {
      const size = chain[i]?.size ?? 0
      total += size
      if (total > digitsMax || size < 2) break
      if (mayBeNumber(total, sign, i === start)) ends.push(i + 1)
    }
  }
  for (const end of ends.reverse()) {
    const groups = chain.slice(start, end)
    const digits = groups.map(({ from, to }) => folded.slice(from, to)).join('')
    const alone = groups.length === chain.length
    const span = readNumber({ folded, groups, digits, alone })
    if (span) return { span, taken: groups.length }
  }
  return null
}

/** Finds them in folded text, in order; in time proportional to its length. */
export function findNumbers(folded: string): NumberSpan[] {
  const spans: NumberSpan[] = []
  for (const chain of chainsOf(folded)) {
    for (let i = 0; i < chain.length; ) {
      const read = readAt(folded, chain, i)
      if (read) spans.push(read.span)
      i += read ? read.taken : 1
    }
  }
  return spans
}
