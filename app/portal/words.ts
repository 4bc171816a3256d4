import type { Both } from '#foundation/screens/words.ts'
import { en } from './en.ts'
import { zh } from './zh-CN.ts'

/** Every word of the residents' pages. */
export const portalWords: Both<typeof zh> = { 'zh-CN': zh, en }
