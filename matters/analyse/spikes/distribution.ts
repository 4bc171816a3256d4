/** Beyond this mean a count is as good as normal, and the first probabilities are too small for a double. */
const mostMean = 500

/** z with P(Z ≤ z) = p of the standard normal: Abramowitz & Stegun 26.2.23, error below 4.5e-4. */
function normalQuantile(p: number): number {
  const tail = Math.min(p, 1 - p)
  const t = Math.sqrt(-2 * Math.log(tail))
  const top = 2.515517 + t * (0.802853 + t * 0.010328)
  const bottom = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
  const z = t - top / bottom
  return p < 0.5 ? -z : z
}

/**
 * The smallest count that is not exceeded with probability `p`: of the negative binomial with that mean and variance,
 * of Poisson where the variance is not above the mean.
 * @param p between 0 and 1, exclusive
 */
export function countQuantile(p: number, mean: number, variance: number): number {
  if (mean <= 0) return 0
  if (mean > mostMean) return Math.max(0, Math.ceil(mean + normalQuantile(p) * Math.sqrt(variance)))
  // Nearly Poisson: the number of failures grows beyond all bounds, and its powers lose their digits.
  const size = variance > mean * 1.0001 ? mean ** 2 / (variance - mean) : null
  let chance = size === null ? Math.exp(-mean) : (size / (size + mean)) ** size
  let sum = chance
  let count = 0
  const far = mean + 40 * Math.sqrt(Math.max(mean, variance)) + 40
  while (sum < p && count < far) {
    chance *=
      size === null ? mean / (count + 1) : ((count + size) / (count + 1)) * (mean / (size + mean))
    count += 1
    sum += chance
  }
  return count
}
