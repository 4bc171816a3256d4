import { type Answer, type Frequencies, rarityOf, type Statistics } from './statistics.ts'
import type { Described, Terms } from './terms.ts'

/** What is asked: the words, and the places they name, widest first (a county before its townships). */
export type Question = { readonly described: Described; readonly places: readonly string[] }

/** BM25: how soon more of the same says no more, and how far long texts are discounted (Robertson, Zaragoza 2009). */
const saturation = 1.2
const lengthShare = 0.75

/** A term this rare among questions counts in full; one that every question has counts little. */
const tellingRarity = 7

/**
 * What each sign adds. Found by cross-validation on questions with their own answers, rounded: the order of answers
 * hardly changes when any of them is a third larger or smaller.
 */
const weights = {
  singles: 0.1,
  tellingSingles: 0.1,
  tellingPairs: 0.2,
  /** Times the share of the question that stands in the answer. */
  covered: 9,
  /** Times the rarity of each place both name. */
  samePlace: 0.2,
  /** Both name places, and not even the widest is the same. */
  otherRegion: -2.6,
  /** The region is the same, and the narrower places differ. */
  otherPlace: -1.8,
  /** Times ln(1 + length): a long answer shares words with every question. */
  length: -1.2,
} as const

type Matching = { readonly plain: number; readonly telling: number }

function matchOf(
  asked: Terms,
  answer: Terms,
  answers: Frequencies,
  questions: Frequencies,
): Matching {
  const discount =
    saturation * (1 - lengthShare + (lengthShare * answer.length) / answers.averageLength)
  let [plain, telling] = [0, 0]
  for (const term of asked.counts.keys()) {
    const count = answer.counts.get(term)
    if (count === undefined) continue
    const weight = (rarityOf(term, answers) * count * (saturation + 1)) / (count + discount)
    plain += weight
    telling += weight * Math.min(1, rarityOf(term, questions) / tellingRarity)
  }
  return { plain, telling }
}

/** Which part of what the question says stands in the answer, by rarity; from 0 to 1. */
function coveredShare(asked: Terms, answer: Terms, answers: Frequencies): number {
  let [found, all] = [0, 0]
  for (const term of asked.counts.keys()) {
    const rarity = rarityOf(term, answers)
    all += rarity
    if (answer.counts.has(term)) found += rarity
  }
  return all > 0 ? found / all : 0
}

/** Regions are places that no other place of the list stands in: their code begins no shorter one of the list. */
const isWithin = (place: string, region: string) => place !== region && place.startsWith(region)
const regionsOf = (places: readonly string[]) =>
  places.filter((place) => !places.some((other) => isWithin(place, other)))

function scorePlaces(
  asked: readonly string[],
  named: readonly string[],
  { places, pairs }: Statistics,
): number {
  if (asked.length === 0 || named.length === 0) return 0
  const shared = asked.filter((place) => named.includes(place))
  const rarity = shared.reduce(
    (sum, place) => sum + Math.log((pairs.texts + 1) / ((places.get(place) ?? 0) + 1)),
    0,
  )
  const [regions, others] = [regionsOf(asked), regionsOf(named)]
  const sameRegion = regions.some((region) => others.includes(region))
  const narrow = asked.filter((place) => !regions.includes(place))
  const namedNarrow = named.some((place) => !others.includes(place))
  const otherPlace =
    narrow.length > 0 && namedNarrow && !narrow.some((place) => named.includes(place))
  return (
    weights.samePlace * rarity +
    (sameRegion ? 0 : weights.otherRegion) +
    (otherPlace ? weights.otherPlace : 0)
  )
}

/** Which part of what is asked stands in an answer, by the rarity of each pair of characters; from 0 to 1. */
export const shareFound = (question: Question, answer: Answer, { pairs }: Statistics): number =>
  coveredShare(question.described.pairs, answer.described.pairs, pairs)

/**
 * How well an answer given before fits a question: more is better; only the order means anything. Words by BM25 over
 * single characters and pairs, those counted most that few questions have; how much of the question is found; places.
 */
export function scoreAnswer(question: Question, answer: Answer, statistics: Statistics): number {
  const { singles, pairs, askedSingles, askedPairs } = statistics
  const [asked, given] = [question.described, answer.described]
  const single = matchOf(asked.singles, given.singles, singles, askedSingles)
  const pair = matchOf(asked.pairs, given.pairs, pairs, askedPairs)
  return (
    weights.singles * single.plain +
    weights.tellingSingles * single.telling +
    weights.tellingPairs * pair.telling +
    weights.covered * shareFound(question, answer, statistics) +
    scorePlaces(question.places, answer.places, statistics) +
    weights.length * Math.log1p(given.singles.length)
  )
}

function sharesPair(asked: Terms, answer: Terms): boolean {
  for (const term of asked.counts.keys()) if (answer.counts.has(term)) return true
  return false
}

/** The best fitting first, at most `most`; those that share no two characters with the question are left out. */
export function rankAnswers<T>(
  question: Question,
  candidates: readonly { readonly item: T; readonly answer: Answer }[],
  statistics: Statistics,
  most: number,
): { item: T; score: number }[] {
  return candidates
    .filter(({ answer }) => sharesPair(question.described.pairs, answer.described.pairs))
    .map(({ item, answer }) => ({ item, score: scoreAnswer(question, answer, statistics) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
}
