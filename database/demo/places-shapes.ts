/**
 * Draws an invented county: a plane in kilometres is cut into cells, cells into smaller cells; then each straight
 * stretch is roughened and the whole drawing bent, so that its borders wander like real ones. Each stretch is drawn
 * once and both neighbours use its points: nothing gapes, nothing overlaps. The same input gives the same drawing.
 */

export type Spot = readonly [x: number, y: number]
type Polygon = readonly Spot[]

/** Where a cell grows from; a heavier seed takes more ground from its neighbours (power diagram). */
export type Seed = { readonly at: Spot; readonly weight?: number }

/** Keeps the part of a convex polygon that lies nearer to `own` than to `other`. */
function cut(polygon: Polygon, own: Seed, other: Seed): Polygon {
  const [dx, dy] = [other.at[0] - own.at[0], other.at[1] - own.at[1]]
  const square = ([x, y]: Spot) => x * x + y * y
  const limit = (square(other.at) - square(own.at) + (own.weight ?? 0) - (other.weight ?? 0)) / 2
  const beyond = ([x, y]: Spot) => x * dx + y * dy - limit
  const kept: Spot[] = []
  for (const [i, to] of polygon.entries()) {
    const from = polygon.at(i - 1) ?? to
    const [a, b] = [beyond(from), beyond(to)]
    if (a * b < 0) {
      const share = a / (a - b)
      kept.push([from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])])
    }
    if (b <= 0) kept.push(to)
  }
  return kept
}

/** Divides a convex polygon among seeds; every spot goes to the seed it is nearest to. */
export function divide(polygon: Polygon, seeds: readonly Seed[]): Polygon[] {
  return seeds.map((own) =>
    seeds.reduce((cell, other) => (other === own ? cell : cut(cell, own, other)), polygon),
  )
}

/** Centre of gravity of a polygon. */
function centreOf(polygon: Polygon): Spot {
  let [area, x, y] = [0, 0, 0]
  for (const [i, to] of polygon.entries()) {
    const from = polygon.at(i - 1) ?? to
    const cross = from[0] * to[1] - to[0] * from[1]
    area += cross
    x += (from[0] + to[0]) * cross
    y += (from[1] + to[1]) * cross
  }
  return [x / (3 * area), y / (3 * area)]
}

/** Numbers between 0 and 1 that follow from the start alone (mulberry32). */
export function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Divides a polygon into so many cells of uneven but not absurd sizes: chance seeds, moved twice to their centres. */
export function scatter(polygon: Polygon, count: number, random: () => number): Polygon[] {
  const middle = centreOf(polygon)
  let seeds: Seed[] = Array.from({ length: count }, () => {
    const corner = polygon[Math.floor(random() * polygon.length)] ?? middle
    const share = 0.2 + 0.6 * random()
    const sideways = (random() - 0.5) * 2
    return {
      at: [
        middle[0] + share * (corner[0] - middle[0]) + sideways,
        middle[1] + share * (corner[1] - middle[1]) - sideways,
      ],
    }
  })
  for (let i = 0; i < 2; i++) {
    seeds = divide(polygon, seeds).map((cell) => ({ at: centreOf(cell) }))
  }
  return divide(polygon, seeds)
}

/**
 * Waves that push every spot sideways: length and height in kilometres, direction and phase in radians. Slopes (2π ×
 * height ÷ length) add up to less than 1, so two spots never change places and borders never cross.
 */
const waves = [
  { length: 37, height: 2.9, direction: 0.7, phase: 1.1 },
  { length: 15, height: 0.8, direction: 2.1, phase: 0.4 },
] as const

function bend([x, y]: Spot): Spot {
  let [bentX, bentY] = [x, y]
  for (const { length, height, direction, phase } of waves) {
    const [east, north] = [Math.cos(direction), Math.sin(direction)]
    const turn = (2 * Math.PI) / length
    bentX += height * Math.sin(turn * (x * east + y * north) + phase)
    bentY += height * Math.sin(turn * (y * east - x * north) + 2 * phase)
  }
  return [bentX, bentY]
}

/** Spots nearer than a millimetre are one corner. */
const same = 1e-6

/** A stretch longer than this, in kilometres, is broken at its middle. */
const longestStraight = 0.3
/** How far the middle may move sideways, as a share of the length: first, and with each halving. */
const roughness = 0.17
const calming = 0.9

/** Draws polygons of one plan: corners shared, straight stretches bent, each ring closed and in lon/lat degrees. */
export function draw(
  polygons: readonly Polygon[],
  toDegrees: (spot: Spot) => [number, number],
): [number, number][][] {
  const corners: Spot[] = []
  const cornerOf = (spot: Spot) => {
    const known = corners.findIndex((corner) => distance(corner, spot) < same)
    return known >= 0 ? known : corners.push(spot) - 1
  }
  const rings = polygons.map((polygon) => [...new Set(polygon.map(cornerOf))])
  const stretches = new Map<string, Spot[]>()
  return rings.map((ring) => {
    const line: Spot[] = []
    for (const [i, from] of ring.entries()) {
      const to = ring[(i + 1) % ring.length] ?? from
      const stops = cornersBetween(corners, from, to)
      for (const [j, stop] of stops.slice(0, -1).entries()) {
        line.push(...stretch(corners, stretches, stop, stops[j + 1] ?? to))
      }
    }
    const degrees = line.map((spot) => toDegrees(bend(spot)))
    return [...degrees, ...degrees.slice(0, 1)]
  })
}

const distance = (a: Spot, b: Spot) => Math.hypot(a[0] - b[0], a[1] - b[1])

/** Corners on the straight line between two corners, both included, in order: neighbours meet there. */
function cornersBetween(corners: readonly Spot[], from: number, to: number): number[] {
  const [start, end] = [corners[from] ?? [0, 0], corners[to] ?? [0, 0]] as [Spot, Spot]
  const whole = distance(start, end)
  return corners
    .map((corner, index) => ({
      index,
      along: distance(start, corner),
      rest: distance(corner, end),
    }))
    .filter(({ along, rest }) => along + rest - whole < same)
    .sort((a, b) => a.along - b.along)
    .map(({ index }) => index)
}

/** The spots from one corner up to, not including, the next; always made in the same direction. */
function stretch(
  corners: readonly Spot[],
  made: Map<string, Spot[]>,
  from: number,
  to: number,
): Spot[] {
  const [low, high] = [Math.min(from, to), Math.max(from, to)]
  const key = `${low} ${high}`
  let spots = made.get(key)
  if (!spots) {
    const [a, b] = [corners[low] ?? [0, 0], corners[high] ?? [0, 0]] as [Spot, Spot]
    spots = [a, ...roughen(a, b, roughness, randomFrom(low * 1009 + high)), b]
    made.set(key, spots)
  }
  return from === low ? spots.slice(0, -1) : spots.slice(1).reverse()
}

/** The spots between two ends of a natural line: its middle moved sideways by chance, then each half the same. */
function roughen(a: Spot, b: Spot, share: number, random: () => number): Spot[] {
  if (distance(a, b) < longestStraight) return []
  const sideways = (random() * 2 - 1) * share
  const middle: Spot = [
    (a[0] + b[0]) / 2 - sideways * (b[1] - a[1]),
    (a[1] + b[1]) / 2 + sideways * (b[0] - a[0]),
  ]
  const less = share * calming
  return [...roughen(a, middle, less, random), middle, ...roughen(middle, b, less, random)]
}
