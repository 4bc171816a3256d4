import { useWords } from '#foundation/desk/setting.ts'
import type { Both } from '#foundation/screens/words.ts'
import { en } from '../../spikes/en.ts'
import { zh } from '../../spikes/zh-CN.ts'

export const spikesWords: Both<typeof zh> = { 'zh-CN': zh, en }

export const useSpikesWords = () => useWords(spikesWords)
