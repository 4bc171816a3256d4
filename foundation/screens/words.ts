import type { Language, Words } from '../languages.ts'
import { en } from './en.ts'
import { zh } from './zh-CN.ts'

/** A room's catalogue in both languages, as its screens hand it to `useWords`. */
export type Both<T> = { readonly 'zh-CN': Words<T>; readonly en: Words<T> }

export const screenWords: Both<typeof zh> = { 'zh-CN': zh, en }

/** The catalogue of the reader's language. */
export function wordsIn<T>(both: Both<T>, language: Language): Words<T> {
  return both[language]
}
