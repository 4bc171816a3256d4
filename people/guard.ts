import type { Actor, PostKind } from './model.ts'

/** What row security is told. The same shape as the store's `Scope`, said again because the middle knows no server. */
export type GuardScope = {
  readonly county: number
  readonly reach: 'county' | 'office' | 'resident' | 'receipt' | 'public' | 'system'
  readonly parties: readonly string[]
}

// The supervising and commanding side works on the whole county's matters (domain §1.2).
const countyKinds: ReadonlySet<PostKind> = new Set(['operator', 'dispatcher', 'checker', 'leader'])
const administratorKinds: ReadonlySet<PostKind> = new Set([
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
])

/** True for the three administrator posts, which look after the house and see no matter through it. */
export function isAdministrator(kind: PostKind): boolean {
  return administratorKinds.has(kind)
}

/**
 * Resolves who asks into what the store may show them. Parties of an officer are their offices and themselves: with
 * reach `county` they only shut out (an accused office, an interested person), with reach `office` they also let in,
 * so the offices of administrator posts are left out there.
 */
export function scopeOf(actor: Actor): GuardScope {
  const { county } = actor
  switch (actor.kind) {
    case 'system':
    case 'public':
      return { county, reach: actor.kind, parties: [] }
    case 'receipt':
      return { county, reach: 'receipt', parties: [actor.matter] }
    case 'resident':
      return { county, reach: 'resident', parties: [actor.person] }
    case 'officer': {
      if (actor.owes) return { county, reach: 'public', parties: [] }
      const wide = actor.posts.some((post) => countyKinds.has(post.kind))
      const counted = wide ? actor.posts : actor.posts.filter((post) => !isAdministrator(post.kind))
      const parties = new Set<string>(
        counted.flatMap((post) => [post.office, ...(post.formerly ?? [])]),
      )
      return { county, reach: wide ? 'county' : 'office', parties: [...parties, actor.person] }
    }
  }
}
