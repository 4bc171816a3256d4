import type { Urgency } from '#matters/matter/model.ts'
import type { OtherChannel, RefusalKind } from '../../model.ts'
import { choosing, type IntakeDraft, type UsedArticle } from './intake.ts'

/** A matter that may be the same, as the roof found it. */
export type LikeMatter = {
  readonly number: string
  readonly title: string
  /** State, place and how many spoke, in the reader's words. */
  readonly about: string
}

/**
 * What is suggested while one types. The roof asks the room that analyses and hands it in: rooms of one floor do not
 * know each other. Nothing of it is done before a person takes it.
 */
export type Advice = {
  readonly categories: readonly {
    readonly code: string
    readonly name: string
    readonly because: readonly string[]
  }[]
  /** The words are clear enough to preselect the first category. */
  readonly certain: boolean
  readonly urgency: { readonly urgency: Urgency; readonly because: readonly string[] } | null
  readonly special: readonly {
    readonly reason: Extract<RefusalKind, 'emergency' | 'legalChannel'>
    readonly channel: OtherChannel
    readonly because: readonly string[]
  }[]
  /** Answers of the knowledge base that fit. */
  readonly articles: readonly ReadyAnswer[]
  readonly similar: readonly LikeMatter[]
}

/** An answer ready to be read out, with what it rests on and until when it holds, in the reader's words. */
export type ReadyAnswer = UsedArticle & {
  readonly answer: string
  readonly about: string
  readonly because: readonly string[]
}

export const noAdvice: Advice = {
  categories: [],
  certain: false,
  urgency: null,
  special: [],
  articles: [],
  similar: [],
}

/** One line of advice, which one key takes. */
export type AdviceLine =
  | ({ readonly kind: 'special' } & Advice['special'][number])
  | ({ readonly kind: 'category' } & Advice['categories'][number])
  | ({ readonly kind: 'urgency' } & NonNullable<Advice['urgency']>)
  | ({ readonly kind: 'article' } & ReadyAnswer)
  | ({ readonly kind: 'similar' } & LikeMatter)

/** As many as there are digits to take them with. */
const mostLines = 9
const mostArticles = 3

/** In the order of their keys: danger, category, urgency where it differs, ready answers, matters alike. */
export function linesOf(advice: Advice, urgency: Urgency): readonly AdviceLine[] {
  const hint = advice.urgency?.urgency === urgency ? null : advice.urgency
  const lines: AdviceLine[] = [
    ...advice.special.map((one) => ({ kind: 'special' as const, ...one })),
    ...advice.categories.map((one) => ({ kind: 'category' as const, ...one })),
    ...(hint ? [{ kind: 'urgency' as const, ...hint }] : []),
    ...advice.articles.slice(0, mostArticles).map((one) => ({ kind: 'article' as const, ...one })),
    ...advice.similar.map((one) => ({ kind: 'similar' as const, ...one })),
  ]
  return lines.slice(0, mostLines)
}

/** What taking a line changes. Taking what is taken lets it go again. */
export function taking(line: AdviceLine, draft: IntakeDraft): Partial<IntakeDraft> {
  switch (line.kind) {
    case 'special':
      return choosing(line.reason, line.channel)
    case 'category':
      return { category: line.code, categorySuggested: false }
    case 'urgency':
      return { urgency: line.urgency }
    case 'article': {
      if (isTaken(line, draft)) return { article: null }
      const { id, title, citation, answer } = line
      const article = { id, title, citation }
      return { ...choosing('answer'), article, reply: answer, replyReady: false }
    }
    case 'similar': {
      const { number, title } = line
      if (draft.outcome === 'inHand') return { related: number }
      return { same: draft.same?.number === number ? null : { number, title } }
    }
  }
}

/** True for a line that stands in the form already. */
export function isTaken(line: AdviceLine, draft: IntakeDraft): boolean {
  switch (line.kind) {
    case 'special':
      return draft.outcome === line.reason && draft.otherChannel === line.channel
    case 'category':
      return draft.category === line.code
    case 'urgency':
      return draft.urgency === line.urgency
    case 'article':
      return draft.article?.id === line.id
    case 'similar':
      return draft.same?.number === line.number || draft.related === line.number
  }
}

/**
 * Preselects the category the words are clear about, and lets go of it when they no longer are. A category that
 * somebody chose is left alone. Null when nothing changes.
 */
export function following(advice: Advice, draft: IntakeDraft): Partial<IntakeDraft> | null {
  if (draft.category !== null && !draft.categorySuggested) return null
  const category = advice.certain ? (advice.categories[0]?.code ?? null) : null
  return category === draft.category ? null : { category, categorySuggested: category !== null }
}
