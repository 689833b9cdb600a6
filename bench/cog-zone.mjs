/** The zone of the benchmark of GeoTIFFs, as a window: off all borders of tiles. The same as in cog-peer.py. */
export function zoneWindow(width, height) {
  return {
    column: Math.floor(width * 0.37),
    row: Math.floor(height * 0.53),
    width: Math.floor(width * 0.14),
    height: Math.floor(height * 0.14),
  };
}
