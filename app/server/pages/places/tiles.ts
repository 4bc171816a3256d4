/**
 * Where map tiles come from: `LINLI_TILES`, an address with `{z}`, `{x}` and `{y}` (Web Mercator, WGS 84 or CGCS2000;
 * a map shifted to GCJ-02 would show every point hundreds of metres off). Null, and no address leaves the house, unless
 * it is set.
 */
export function tilesAddress(): string | null {
  const address = process.env.LINLI_TILES ?? ''
  return /^https?:\/\/.*\{z\}.*\{[xy]\}.*\{[xy]\}/.test(address) ? address : null
}

/** The origins the browser must be allowed to load pictures of the map from. */
export function tilesOrigins(): string[] {
  const address = tilesAddress()
  return address ? [new URL(address).origin] : []
}
