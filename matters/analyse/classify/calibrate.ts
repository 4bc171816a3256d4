/** Margins as probabilities: exp(sharpness × margin), each by the sum of all. */
export function probabilitiesOf(margins: Float64Array, sharpness: number): Float64Array {
  let highest = Number.NEGATIVE_INFINITY
  for (const margin of margins) highest = Math.max(highest, margin)
  const shares = margins.map((margin) => Math.exp(sharpness * (margin - highest)))
  let sum = 0
  for (const share of shares) sum += share
  return shares.map((share) => share / sum)
}

/** A held-out text: its margins and the number of the category a person gave it. */
export type HeldOut = { readonly margins: Float64Array; readonly category: number }

const leastShare = 1e-6

function surprise(texts: readonly HeldOut[], sharpness: number): number {
  // As if one text more had been wrong (targets of Platt 1999): a few texts, all right, make nothing sure.
  const doubt = 1 / (texts.length + 2)
  let sum = 0
  for (const { margins, category } of texts) {
    const shares = probabilitiesOf(margins, sharpness)
    shares.forEach((share, i) => {
      const wanted = i === category ? 1 - doubt : doubt / (shares.length - 1)
      sum -= wanted * Math.log(Math.max(share, leastShare))
    })
  }
  return sum
}

const [softest, sharpest] = [Math.log(0.2), Math.log(50)]
const steps = 40
const golden = (Math.sqrt(5) - 1) / 2

/**
 * How sharp margins must be made so that of what is said with 70 % about 70 % is right: the sharpness under which the
 * held-out texts surprise least (temperature scaling: Guo, Pleiss, Sun, Weinberger 2017). One number above zero, so
 * the order of categories never changes and more margin is always more probability.
 */
export function learnSharpness(texts: readonly HeldOut[]): number {
  let [low, high] = [softest, sharpest]
  for (let step = 0; step < steps; step += 1) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)]
    if (surprise(texts, Math.exp(left)) <= surprise(texts, Math.exp(right))) high = right
    else low = left
  }
  return Math.exp((low + high) / 2)
}
