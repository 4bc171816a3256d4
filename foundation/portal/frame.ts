import { createContext, useContext } from 'react'
import type { Language, Words } from '../languages.ts'
import { type Both, screenWords, wordsIn } from '../screens/words.ts'

export type PageLink = { readonly href: string; readonly label: string }

/** Map tiles somebody else serves. */
export type MapTiles = {
  /** Address pattern (`{z}`, `{x}`, `{y}`; WGS 84, Web Mercator). */
  readonly address: string
  /** Whose map it is, shown under it. */
  readonly by: string
}

/**
 * What every page of the portal is told beside its own content. Plain data, made by the roof for each request;
 * foundation knows no civic word, so all labels arrive here.
 */
export type PageFrame = {
  readonly language: Language
  /** 长辈版: type from 22 px, touch 60 px, contrast 7:1. */
  readonly largeType: boolean
  /** The moment of the request, ISO 8601: a page says times relative to it. */
  readonly now: string
  /** Number of the county, for what a script of the page asks of the API. */
  readonly county: number
  readonly countyName: string
  /** Said in the footer of an invented county; null for a real one. */
  readonly inventedNote: string | null
  readonly home: PageLink
  readonly navLabel: string
  readonly nav: readonly (PageLink & { readonly current: boolean })[]
  readonly phone: { readonly label: string; readonly number: string; readonly hours: string }
  /** The other language, named in itself. */
  readonly otherLanguage: PageLink & { readonly language: Language }
  readonly otherSize: PageLink
  readonly about: string
  readonly footerLinks: readonly PageLink[]
  /** Address of the stylesheet, with its content hash. */
  readonly stylesheet: string
  readonly icon: string
  /** Addresses of the scripts a page may ask for by name. Every page is complete without them. */
  readonly scripts: Readonly<Record<string, string>>
  /** Null where maps show outlines only. */
  readonly tiles: MapTiles | null
}

const FrameContext = createContext<PageFrame | null>(null)
export const FrameProvider = FrameContext.Provider

export function useFrame(): PageFrame {
  const frame = useContext(FrameContext)
  if (!frame) throw new Error('a portal part was rendered outside renderPage')
  return frame
}

/**
 * The language of what somebody wrote, where it is not the page's own: Chinese on an English page. Screen readers and
 * the choice of face follow it.
 */
export function useTextLanguage(): (text: string) => Language | undefined {
  const { language } = useFrame()
  return (text) => (language === 'en' && /\p{Script=Han}/u.test(text) ? 'zh-CN' : undefined)
}

/** The room's catalogue in the reader's language. */
export function useWords<T>(both: Both<T>): Words<T> {
  return wordsIn(both, useFrame().language)
}

export const useScreenWords = () => useWords(screenWords)
