const longestText = 5000

/** Width and case folded, so that ＡＢＣ, abc and ABC are the same word. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim()
}

const isHan = /\p{Script=Han}/v
const isLetter = /[\p{L}\p{N}]/v

/** How much a term says: each Chinese character counts one, each other word two. */
export function unitsOf(term: string): number {
  const han = term.match(/\p{Script=Han}/gv)?.length ?? 0
  const others = term.match(/[[\p{L}\p{N}]--\p{Script=Han}]+/gv)?.length ?? 0
  return han + others * 2
}

/** Terms of other scripts are whole words: "gas" is not in "gasp". Chinese has no gaps to look for. */
function isWhole(text: string, from: number, to: number): boolean {
  const [first = '', last = ''] = [text[from], text[to - 1]]
  const [before = '', after = ''] = [text[from - 1], text[to]]
  const cut = (outside: string, inside: string) =>
    isLetter.test(outside) && !isHan.test(outside) && isLetter.test(inside) && !isHan.test(inside)
  return !cut(before, first) && !cut(after, last)
}

type Match = { readonly term: string; readonly from: number; readonly to: number }

function matchesOf(text: string, term: string): Match[] {
  const matches: Match[] = []
  for (let from = text.indexOf(term); from >= 0; from = text.indexOf(term, from + 1)) {
    const to = from + term.length
    if (isWhole(text, from, to)) matches.push({ term, from, to })
  }
  return matches
}

/**
 * Which of these folded terms stand in the text; of two that overlap the longer one counts (路灯不亮 before 路灯). A term
 * of one character says too little. Each term once, in the order of the text. Reads the first 5,000 characters.
 */
export function findTerms(words: string, terms: readonly string[]): string[] {
  const text = fold(words.slice(0, longestText))
  const matches = terms
    .filter((term) => unitsOf(term) >= 2)
    .flatMap((term) => matchesOf(text, term))
    .sort((a, b) => b.term.length - a.term.length || a.from - b.from)
  const kept: Match[] = []
  for (const match of matches) {
    if (!kept.some(({ from, to }) => match.from < to && from < match.to)) kept.push(match)
  }
  return [...new Set(kept.sort((a, b) => a.from - b.from).map(({ term }) => term))]
}
