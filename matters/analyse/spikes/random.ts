/** Numbers from 0 up to, not on, 1. */
export type Random = () => number

/** The same numbers for the same seed (mulberry32, Tommy Ettinger 2017, public domain). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A standard normal number (Box and Muller 1958). */
function randomNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** A gamma number of scale 1 (Marsaglia and Tsang 2000); below shape 1 by their power of a uniform number. */
function randomGamma(random: Random, shape: number): number {
  if (shape < 1) return randomGamma(random, shape + 1) * (1 - random()) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = randomNormal(random)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** Beyond this mean Poisson is as good as normal. */
const mostInverted = 400

function randomPoisson(random: Random, mean: number): number {
  if (mean > mostInverted)
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * randomNormal(random)))
  let left = random()
  let chance = Math.exp(-mean)
  let count = 0
  while (left > chance && count < 10_000) {
    left -= chance
    count += 1
    chance *= mean / count
  }
  return count
}

/**
 * A count with that mean, and with `dispersion` times that variance: negative binomial, as a Poisson of a gamma mean.
 */
export function randomCount(random: Random, mean: number, dispersion: number): number {
  if (mean <= 0) return 0
  if (dispersion <= 1) return randomPoisson(random, mean)
  const shape = mean / (dispersion - 1)
  return randomPoisson(random, randomGamma(random, shape) * (dispersion - 1))
}
