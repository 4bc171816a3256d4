import { useWords } from '#foundation/desk/setting.ts'
import type { Both } from '#foundation/screens/words.ts'
import { en as matterEn } from '#matters/matter/en.ts'
import { zh as matterZh } from '#matters/matter/zh-CN.ts'
import { en } from '../en.ts'
import { zh } from '../zh-CN.ts'

const acceptWords: Both<typeof zh> = { 'zh-CN': zh, en }
const matterWords: Both<typeof matterZh> = { 'zh-CN': matterZh, en: matterEn }

export const useAcceptWords = () => useWords(acceptWords)
export const useIntakeWords = () => useAcceptWords().desk.intake
/** Words of states, types and urgencies. */
export const useMatterWords = () => useWords(matterWords)
