import type { Plugin } from 'vite'

/** The kit brings its few words in 34 languages; the desk speaks two. */
export function keepLanguages(kept: readonly string[]): Plugin {
  const catalogue = /react-aria[^?]*\/intl\/.*\/([a-z]{2}-[A-Z]{2})\.m?js$/
  return {
    name: 'linli:keep-languages',
    enforce: 'pre',
    load(id) {
      const language = catalogue.exec(id)?.[1]
      return language && !kept.includes(language) ? 'export default {}' : null
    },
  }
}
