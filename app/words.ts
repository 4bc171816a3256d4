import { en as foundationEn } from '#foundation/en.ts'
import { filesEn } from '#foundation/files-en.ts'
import { filesZh } from '#foundation/files-zh-CN.ts'
import { type Catalogue, fill, findText, type Language } from '#foundation/languages.ts'
import { en as screensEn } from '#foundation/screens/en.ts'
import { zh as screensZh } from '#foundation/screens/zh-CN.ts'
import { zh as foundationZh } from '#foundation/zh-CN.ts'
import { en as acceptEn } from '#matters/accept/en.ts'
import { importEn } from '#matters/accept/import-en.ts'
import { importZh } from '#matters/accept/import-zh-CN.ts'
import { zh as acceptZh } from '#matters/accept/zh-CN.ts'
import { en as analyseEn } from '#matters/analyse/en.ts'
import { en as hotEn } from '#matters/analyse/hot/en.ts'
import { zh as hotZh } from '#matters/analyse/hot/zh-CN.ts'
import { en as knowledgeEn } from '#matters/analyse/knowledge/en.ts'
import { zh as knowledgeZh } from '#matters/analyse/knowledge/zh-CN.ts'
import { en as replyEn } from '#matters/analyse/reply/en.ts'
import { zh as replyZh } from '#matters/analyse/reply/zh-CN.ts'
import { en as spikesEn } from '#matters/analyse/spikes/en.ts'
import { zh as spikesZh } from '#matters/analyse/spikes/zh-CN.ts'
import { zh as analyseZh } from '#matters/analyse/zh-CN.ts'
import { en as dispatchEn } from '#matters/dispatch/en.ts'
import { zh as dispatchZh } from '#matters/dispatch/zh-CN.ts'
import { en as evaluateEn } from '#matters/evaluate/en.ts'
import { zh as evaluateZh } from '#matters/evaluate/zh-CN.ts'
import { en as handleEn } from '#matters/handle/en.ts'
import { zh as handleZh } from '#matters/handle/zh-CN.ts'
import { en as matterEn } from '#matters/matter/en.ts'
import { zh as matterZh } from '#matters/matter/zh-CN.ts'
import { en as peopleEn } from '#people/en.ts'
import { zh as peopleZh } from '#people/zh-CN.ts'
import { en as placesEn } from '#places/en.ts'
import { zh as placesZh } from '#places/zh-CN.ts'
import { en as appEn } from './en.ts'
import { en as portalEn } from './portal/en.ts'
import { zh as portalZh } from './portal/zh-CN.ts'
import { zh as appZh } from './zh-CN.ts'

/** Every room's catalogue under the room's name, which is also the first part of its refusals' keys. */
export const words = {
  'zh-CN': {
    app: appZh,
    foundation: foundationZh,
    files: filesZh,
    screens: screensZh,
    portal: portalZh,
    places: placesZh,
    people: peopleZh,
    matter: matterZh,
    accept: acceptZh,
    import: importZh,
    analyse: analyseZh,
    knowledge: knowledgeZh,
    reply: replyZh,
    spikes: spikesZh,
    hot: hotZh,
    dispatch: dispatchZh,
    handle: handleZh,
    evaluate: evaluateZh,
  },
  en: {
    app: appEn,
    foundation: foundationEn,
    files: filesEn,
    screens: screensEn,
    portal: portalEn,
    places: placesEn,
    people: peopleEn,
    matter: matterEn,
    accept: acceptEn,
    import: importEn,
    analyse: analyseEn,
    knowledge: knowledgeEn,
    reply: replyEn,
    spikes: spikesEn,
    hot: hotEn,
    dispatch: dispatchEn,
    handle: handleEn,
    evaluate: evaluateEn,
  },
} as const satisfies Record<Language, Catalogue>

type Values = Readonly<Record<string, string | number>>

/**
 * The text at a dotted path, `<room>.<path>`, with its placeholders filled. A path that no catalogue knows comes back
 * as it is, so that it is noticed on the screen and in tests instead of breaking the page.
 */
export function textOf(language: Language, path: string, values: Values = {}): string {
  return fill(findText(words[language], path) ?? findText(words['zh-CN'], path) ?? path, values)
}
