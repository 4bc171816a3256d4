// Runs in a thread of its own: a county's history takes seconds of CPU, which the server's thread does not have.
import { parentPort } from 'node:worker_threads'
import { type Refusal, Refused } from '#foundation/refusal.ts'
import { openClassifier } from '../../classify/classify.ts'
import { type Example, openLearner } from '../../classify/learn.ts'
import type { Quality } from '../../classify/measure.ts'
import { type RoutedMatter, routeExamples } from '../../route/learn-route.ts'
import { packModel, unpackModel } from './pack-model.ts'

/**
 * What the thread is told: what stands above each category first, then pages of texts with their category, or of
 * matters with who led them, then to learn.
 */
export type Told =
  | { readonly kind: 'begin'; readonly seed: number; readonly parents: [string, string | null][] }
  | { readonly kind: 'texts'; readonly examples: Example[] }
  | { readonly kind: 'matters'; readonly matters: RoutedMatter[] }
  | { readonly kind: 'learn'; readonly before: Uint8Array | null }

/** What it answers: one answer for each thing told. */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'learnt'
      readonly packed: Uint8Array
      readonly quality: Quality | null
      /** The model that serves, on the same held-out texts; null where there is none or it cannot be read. */
      readonly beforeQuality: Quality | null
      readonly texts: number
      readonly leftOut: number
      readonly categories: number
    }

const newLearner = (told: Extract<Told, { kind: 'begin' }>) =>
  openLearner({ seed: told.seed, parents: new Map(told.parents), useAll: false })

let learner: ReturnType<typeof openLearner> | undefined
let seed = 0
let matters: RoutedMatter[] = []

function learn(before: Uint8Array | null): Answer {
  if (!learner) throw new Error('told to learn before the tree')
  try {
    // Who wrote an answer is read from all of them at once.
    for (const example of routeExamples(matters, seed)) learner.add(example)
    const { model, quality, texts, leftOut } = learner.learn()
    const served = before && unpackModel(before)
    return {
      kind: 'learnt',
      packed: packModel(model),
      quality,
      beforeQuality: served ? learner.compare(openClassifier(served)) : null,
      texts,
      leftOut,
      categories: model.categories.length,
    }
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', refusal: error.refusal }
    throw error
  }
}

function answer(told: Told): Answer {
  if (told.kind === 'learn') return learn(told.before)
  if (told.kind === 'begin') {
    learner = newLearner(told)
    seed = told.seed
    matters = []
  } else if (told.kind === 'matters') matters.push(...told.matters)
  else for (const example of told.examples) learner?.add(example)
  return { kind: 'ready' }
}

parentPort?.on('message', (told: Told) => parentPort?.postMessage(answer(told)))
