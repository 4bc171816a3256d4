import type { ComponentType } from 'react'
import { Trouble } from './Trouble.tsx'

/**
 * Every page of the portal by `<room>/<name>`. A room's pages live in its `portal/` folder; their props are plain
 * data, best the output of the room's own contract.
 */
export const pages = {
  'app/trouble': Trouble,
} as const

export type PageName = keyof typeof pages
export type PropsOf<N extends PageName> =
  (typeof pages)[N] extends ComponentType<infer P> ? P : never
