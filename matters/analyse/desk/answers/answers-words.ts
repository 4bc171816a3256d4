import { useWords } from '#foundation/desk/setting.ts'
import type { Both } from '#foundation/screens/words.ts'
import { en } from '../../reply/en.ts'
import { zh } from '../../reply/zh-CN.ts'

const answersWords: Both<typeof zh> = { 'zh-CN': zh, en }

export const useAnswersWords = () => useWords(answersWords)
