import { type Catalogue, fill, findText, type Language } from '#foundation/languages.ts'
import type { Refusal } from '#foundation/refusal.ts'
import { en as screensEn } from '#foundation/screens/en.ts'
import { zh as screensZh } from '#foundation/screens/zh-CN.ts'
import { en as appEn } from './en.ts'
import { zh as appZh } from './zh-CN.ts'

/** Every room's catalogue under the room's name, which is also the first part of its refusals' keys. */
export const words = {
  'zh-CN': { app: appZh, screens: screensZh },
  en: { app: appEn, screens: screensEn },
} as const satisfies Record<Language, Catalogue>

type Values = Readonly<Record<string, string | number>>

/**
 * The text at a dotted path, `<room>.<path>`, with its placeholders filled. A path that no catalogue knows comes back
 * as it is, so that it is noticed on the screen and in tests instead of breaking the page.
 */
export function textOf(language: Language, path: string, values: Values = {}): string {
  return fill(findText(words[language], path) ?? findText(words['zh-CN'], path) ?? path, values)
}

/** The sentence of a refusal: `<room>.<name>` stands in the room's catalogue under `refusals.<name>`. */
export function sayRefusal(language: Language, refusal: Refusal): string {
  const [room, ...name] = refusal.key.split('.')
  return textOf(language, `${room}.refusals.${name.join('.')}`, refusal.values)
}
