import { useWords } from '#foundation/desk/setting.ts'
import type { Both } from '#foundation/screens/words.ts'
import { en } from '../en.ts'
import { zh } from '../zh-CN.ts'

export const analyseWords: Both<typeof zh> = { 'zh-CN': zh, en }

export const useAnalyseWords = () => useWords(analyseWords)
