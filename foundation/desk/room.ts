import type { ComponentType, LazyExoticComponent } from 'react'
import type { Language } from '../languages.ts'

/** A screen of a room. Its code is fetched when it is first opened. */
export type DeskRoute = {
  /** Below /desk, TanStack Router syntax: '/dispatch', '/matters/$number'. */
  readonly path: string
  readonly title: (language: Language) => string
  readonly screen: LazyExoticComponent<ComponentType>
}

/** A line of the left rail: a queue with its count, or a page. */
export type RailLink = {
  readonly key: string
  readonly label: string
  /** Below /desk. */
  readonly href: string
  /** Undefined for a page that is no queue, and while it is being counted. */
  readonly count?: number | undefined
  /** There are more than `count`. */
  readonly capped?: boolean | undefined
  /** Rows are past their limit: a mark and a word stand beside the count. */
  readonly late?: boolean | undefined
}

/** Something the command box finds. */
export type Finding = {
  readonly key: string
  readonly label: string
  /** Kind or place, behind the label. */
  readonly about?: string | undefined
  readonly href: string
}

/** Who looks for something, and until when. */
export type Finder = {
  readonly county: number
  readonly language: Language
  readonly signal: AbortSignal
}

/** Where a room's pages stand in the rail, in this order below the queues. */
export const railGroups = ['matters', 'analysis', 'county'] as const
export type RailGroup = (typeof railGroups)[number]

/** What a room brings to the desk. */
export type DeskRoom = {
  readonly name: string
  readonly group: RailGroup
  readonly routes: readonly DeskRoute[]
  /** Pages of this room in the rail, below the queues; `holds` tells which kinds of post the officer has. */
  readonly pages?: (language: Language, holds: (postKind: string) => boolean) => readonly RailLink[]
  /** Finds matters, places or offices for the command box. */
  readonly find?: (text: string, finder: Finder) => Promise<readonly Finding[]>
  /** Heading of what it finds. */
  readonly findHeading?: (language: Language) => string
}
