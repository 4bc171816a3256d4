import { Refused, refuse } from '#foundation/refusal.ts'
import type { Route } from '#people/server/route.ts'

/**
 * Counts by network address. In this process alone: several servers side by side allow so many times more, which bounds
 * guessing just as well.
 */
export type Tally = {
  /** @throws Refused when that address has used up what it may */
  check(address: string, now: Date): void
  count(address: string, now: Date): void
}

const windowMilliseconds = 10 * 60_000
const addressesMax = 50_000

/** One home has one IPv4 address, or a whole /64 of IPv6 (RFC 6177), which counts as one. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address
  const [head = '', tail] = address.split('::')
  const groups = head.split(':')
  if (tail !== undefined) while (groups.length < 4) groups.push('0')
  return groups.slice(0, 4).join(':')
}

/** @param max how often within ten minutes */
export function openTally(max: number): Tally {
  const counted = new Map<string, { since: number; times: number }>()
  const current = (network: string, now: Date) => {
    const found = counted.get(network)
    return found && now.getTime() - found.since < windowMilliseconds ? found : undefined
  }
  return {
    check(address, now) {
      const found = current(networkOf(address), now)
      if (found && found.times >= max)
        throw new Refused(refuse('foundation.tooManyRequests', 'too-many'))
    },
    count(address, now) {
      const network = networkOf(address)
      const found = current(network, now)
      if (found) found.times += 1
      else {
        if (counted.size >= addressesMax) counted.clear()
        counted.set(network, { since: now.getTime(), times: 1 })
      }
    },
  }
}

type Bound = { readonly max: number; readonly counts: 'public' | 'failed' }

// Large enough for a service hall behind one address; an account, a phone and a receipt have narrower bounds
// of their own.
const bounds: Readonly<Record<string, Bound>> = {
  'accept.submit': { max: 60, counts: 'public' },
  'accept.join': { max: 30, counts: 'public' },
  'accept.leave': { max: 30, counts: 'failed' },
  requestPhoneCode: { max: 20, counts: 'public' },
  confirmPhoneCode: { max: 60, counts: 'failed' },
  signIn: { max: 60, counts: 'failed' },
}

function bounded({ contract, handle }: Route, { max, counts }: Bound): Route {
  const tally = openTally(max)
  return {
    contract,
    handle: async (input, asked) => {
      const { address, now } = asked
      if (counts === 'public' && asked.by.kind !== 'public') return handle(input, asked)
      tally.check(address, now)
      if (counts === 'public') tally.count(address, now)
      return handle(input, asked).catch((error: unknown) => {
        if (counts === 'failed') tally.count(address, now)
        throw error
      })
    },
  }
}

/** The doors that need no sign-in, bounded for the API and the pages alike. */
export function boundRoutes(routes: readonly Route[]): Route[] {
  return routes.map((route) => {
    const bound = bounds[route.contract.name]
    return bound ? bounded(route, bound) : route
  })
}
