import { useLanguage } from '#foundation/desk/setting.ts'
import { fill } from '#foundation/languages.ts'
import { useMatterWords } from '#matters/matter/desk/matter-words.ts'
import type { State } from '#matters/matter/model.ts'
import type { SimilarMatter } from '../model.ts'
import { useAnalyseWords } from './analyse-words.ts'

/** Says how a matter stands and why it may be the same: "处置中 · 分类相同 · 都提到：路灯". */
export function useLikenessWords(): (similar: SimilarMatter) => string {
  const { similar: words } = useAnalyseWords()
  const { state: states } = useMatterWords()
  const separator = useLanguage() === 'en' ? ', ' : '、'
  return ({ state, voices, likeness }) => {
    const { sameCategory, sameDivision, metres, sharedWords } = likeness
    const told = [
      states[state as State],
      voices > 1 ? fill(words.voices, { count: voices }) : null,
      sameCategory ? words.sameCategory : null,
      sameDivision ? words.sameDivision : null,
      metres === null ? null : fill(words.metres, { metres }),
      sharedWords.length > 0
        ? fill(words.sharedWords, { words: sharedWords.join(separator) })
        : null,
    ]
    return told.filter((one) => one !== null).join(' · ')
  }
}
