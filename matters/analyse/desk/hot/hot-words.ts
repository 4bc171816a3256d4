import { useWords } from '#foundation/desk/setting.ts'
import type { Both } from '#foundation/screens/words.ts'
import { en } from '../../hot/en.ts'
import { zh } from '../../hot/zh-CN.ts'

export const hotWords: Both<typeof zh> = { 'zh-CN': zh, en }

export const useHotWords = () => useWords(hotWords)
