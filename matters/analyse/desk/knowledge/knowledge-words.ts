import { useWords } from '#foundation/desk/setting.ts'
import type { Both } from '#foundation/screens/words.ts'
import { en } from '../../knowledge/en.ts'
import { zh } from '../../knowledge/zh-CN.ts'

export const knowledgeWords: Both<typeof zh> = { 'zh-CN': zh, en }

export const useKnowledgeWords = () => useWords(knowledgeWords)
