import { createContext, useContext } from 'react'
import type { Language, Words } from '../languages.ts'
import type { Refusal } from '../refusal.ts'
import { type Both, screenWords, wordsIn } from '../screens/words.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** What the roof tells every screen of the desk. */
export type DeskSetting = {
  readonly language: Language
  readonly chooseLanguage: (language: Language) => void
  readonly theme: Theme
  readonly chooseTheme: (theme: Theme) => void
  /** The sentence of a refusal; the roof knows every room's catalogue. */
  readonly sayRefusal: (refusal: Refusal) => string
}

const SettingContext = createContext<DeskSetting | null>(null)
export const SettingProvider = SettingContext.Provider

export function useSetting(): DeskSetting {
  const setting = useContext(SettingContext)
  if (!setting) throw new Error('a part of the desk was rendered outside its frame')
  return setting
}

export const useLanguage = (): Language => useSetting().language

/** The room's catalogue in the reader's language: `const t = useWords(dispatchWords)`. */
export function useWords<T>(both: Both<T>): Words<T> {
  return wordsIn(both, useLanguage())
}

export const useScreenWords = () => useWords(screenWords)
