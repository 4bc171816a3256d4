import { type Theme, themes } from '#foundation/desk/setting.ts'
import { type Language, languages } from '#foundation/languages.ts'

/** How an officer likes to see the desk; kept in the browser, it is nobody else's business. */
export type Preferences = { readonly language: Language; readonly theme: Theme }

const names = { language: 'linli.language', theme: 'linli.theme' } as const

export function readPreferences(): Preferences {
  const language = languages.find((each) => each === localStorage.getItem(names.language))
  const theme = themes.find((each) => each === localStorage.getItem(names.theme))
  const browser: Language = navigator.language.startsWith('en') ? 'en' : 'zh-CN'
  return { language: language ?? browser, theme: theme ?? 'system' }
}

export function keepPreferences({ language, theme }: Preferences): void {
  localStorage.setItem(names.language, language)
  localStorage.setItem(names.theme, theme)
}

/** The document's language is also the language in which the server is asked. */
export function showPreferences({ language, theme }: Preferences): void {
  const root = document.documentElement
  root.lang = language
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
}
