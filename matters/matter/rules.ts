import { type Refusal, refuse } from '#foundation/refusal.ts'
import type { Actor, HeldPost } from '#people/model.ts'
import { type Flag, type Matter, type State, type Urgency, urgencies, type Verb } from './model.ts'
import type { ActRule, Effect, Who } from './procedure.ts'
import { procedureOf } from './procedures.ts'

/** What the rules need of a matter; lists carry it, so that a row can tell what may be done with it. */
export type MatterStanding = Pick<
  Matter,
  | 'kind'
  | 'procedure'
  | 'state'
  | 'flags'
  | 'leadOffice'
  | 'offices'
  | 'consulted'
  | 'reporter'
  | 'recordedBy'
  | 'id'
>

/** Offices of the matter that a post speaks for: its own, and those its office has succeeded. */
export function officesSpokenFor(post: HeldPost, { offices }: Pick<Matter, 'offices'>): string[] {
  return [post.office, ...(post.formerly ?? [])].filter((office) => offices.includes(office))
}

/** The asked office a post speaks for; null for none. */
export function consultedOffice(
  post: HeldPost,
  { consulted }: Pick<Matter, 'consulted'>,
): string | null {
  return officesSpokenFor(post, { offices: consulted })[0] ?? null
}

function relationHolds(
  who: Exclude<Who, string>,
  matter: MatterStanding,
  actor: Actor,
  post: HeldPost,
): boolean {
  if (post.kind !== who.post) return false
  const mine = officesSpokenFor(post, matter)
  const leads = matter.leadOffice !== null && mine.includes(matter.leadOffice)
  switch (who.as) {
    case 'any':
      return true
    case 'lead':
      return leads
    case 'assisting':
      return mine.length > 0 && !leads
    case 'involved':
      return mine.length > 0
    case 'uninvolved':
      // Who handles never checks or closes (domain.md 1.2), whatever post he holds beside.
      return !actor.posts.some((held) => officesSpokenFor(held, matter).length > 0)
    case 'consulted':
      return consultedOffice(post, matter) !== null
    case 'recorder':
      return matter.recordedBy === actor.person
  }
}

/** One of the actor's posts; 'person' for resident, public or system; null for none. */
export type Capacity = HeldPost | 'person' | null

/** The post of a capacity, where it is one. */
export const postOf = (capacity: Capacity): HeldPost | null =>
  typeof capacity === 'object' ? capacity : null

/** In which capacity the actor may do the act. */
export function capacityFor(by: readonly Who[], matter: MatterStanding, actor: Actor): Capacity {
  for (const who of by) {
    if (typeof who === 'string') {
      if (who === 'system' && actor.kind === 'system') return 'person'
      // Whoever is signed in has not stopped being one of the public.
      if (who === 'public' && (actor.kind === 'public' || actor.kind === 'resident'))
        return 'person'
      if (who === 'reporter' && actor.kind === 'receipt' && actor.matter === matter.id)
        return 'person'
      if (who === 'reporter' && actor.kind === 'resident' && matter.reporter === actor.person)
        return 'person'
      continue
    }
    const post = actor.posts.find((held) => relationHolds(who, matter, actor, held))
    if (post) return post
  }
  return null
}

/** Null when the procedure lets this actor do the act now; otherwise why not. The same answer greys out the button. */
export function whyNotAct(verb: Verb, matter: MatterStanding, actor: Actor): Refusal | null {
  const rule = procedureOf(matter).acts[verb]
  if (!rule) return refuse('matter.actNotOfThisKind', 'conflict', { values: { act: verb } })
  if (!rule.from.includes(matter.state))
    return refuse('matter.notInThisState', 'conflict', {
      values: { act: verb, state: matter.state },
    })
  const standing = rule.not?.find((flag) => matter.flags.includes(flag))
  if (standing) return refuse(`matter.while.${standing}`)
  const lacking = rule.only?.find((flag) => !matter.flags.includes(flag))
  if (lacking) return refuse(`matter.onlyWhile.${lacking}`)
  if (!capacityFor(rule.by, matter, actor)) return whyNoCapacity(rule, actor)
  return null
}

/** Says which post or relation is missing, so that a greyed-out act explains itself. */
function whyNoCapacity(rule: ActRule, actor: Actor): Refusal {
  const held = new Set(actor.posts.map((post) => post.kind))
  const near = rule.by.find((who) => typeof who !== 'string' && held.has(who.post))
  if (near && typeof near !== 'string') {
    if (near.as === 'uninvolved') return refuse('matter.handlerMayNot', 'forbidden')
    if (near.as === 'lead') return refuse('matter.leadOfficeOnly', 'forbidden')
    if (near.as === 'assisting') return refuse('matter.assistingOfficeOnly', 'forbidden')
    if (near.as === 'consulted') return refuse('matter.consultedOfficeOnly', 'forbidden')
    if (near.as === 'recorder') return refuse('matter.recorderOnly', 'forbidden')
  }
  return refuse('matter.otherPostOnly', 'forbidden')
}

/**
 * Acts the actor could ever be offered on this matter: those of the procedure that name a post they hold, or
 * the reporter.
 */
export function verbsFor(matter: MatterStanding, actor: Actor): Verb[] {
  const held = new Set(actor.posts.map((post) => post.kind))
  const reports = actor.kind === 'resident' || actor.kind === 'receipt'
  const isMeant = (who: Who) =>
    typeof who === 'string' ? who === 'reporter' && reports : held.has(who.post)
  return Object.entries(procedureOf(matter).acts)
    .filter(([, rule]) => rule.from.length > 0 && rule.by.some(isMeant))
    .map(([verb]) => verb as Verb)
}

/** State and flags after an act: the act's own effect, then the branch's. */
export function follow(
  matter: { state: State; flags: readonly Flag[] },
  rule: ActRule,
  branch: string | undefined,
): { state: State; flags: Flag[]; effects: Effect[] } {
  const effects: Effect[] = [rule]
  if (rule.branches) {
    const chosen = branch === undefined ? undefined : rule.branches[branch]
    if (!chosen) throw new Error(`the deed named no branch of its act: ${branch}`)
    effects.push(chosen)
  }
  let state = matter.state
  const flags = new Set(matter.flags)
  for (const effect of effects) {
    if (effect.to) state = effect.to
    for (const flag of effect.lowers ?? []) flags.delete(flag)
    for (const flag of effect.raises ?? []) flags.add(flag)
  }
  return { state, flags: [...flags].sort(), effects }
}

/**
 * How urgent a matter is after its category changed: as the officer says; else as the category, and where somebody had
 * set it otherwise than the category before, the graver of the two. A general category puts no emergency off.
 */
export function urgencyFor(
  told: Urgency | undefined,
  current: Urgency,
  { before, after }: { readonly before: Urgency; readonly after: Urgency },
): Urgency {
  if (told !== undefined) return told
  if (current === before) return after
  // The list of urgencies goes from the gravest on.
  return urgencies.indexOf(current) < urgencies.indexOf(after) ? current : after
}
