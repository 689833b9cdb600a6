import type { Ring, Vertex, Zone } from "./pixel-zones.ts";

/** A side of a cell that is being cut: where it begins, and the site on its other side (−1 for the frame). */
interface Side {
  readonly from: Vertex;
  readonly site: number;
}

/**
 * Cells of the sites' Voronoi diagram, as zones. A vertex is computed from its three sites in their order, so that the
 * cells that meet there have it bit for bit; only vertices on the frame around all of it, `margin` beyond, are not so.
 */
export function voronoi(sites: readonly Vertex[], height: number, width: number, margin: number): Zone[] {
  const frame: Side[] = ([[-margin, -margin], [width + margin, -margin], [width + margin, height + margin], [-margin, height + margin]] as const).map((from) => ({ from, site: -1 })); // biome-ignore format: one line
  return sites.map((_, own) => {
    let sides = frame;
    for (const other of nearest(sites, own)) {
      const reach = Math.max(...sides.map(({ from }) => distance(from, sites[own])));
      if (distance(sites[other], sites[own]) > 2 * reach) break;
      sides = cut(sides, sites, own, other);
    }
    return [[ringOf(sides, sites, own)]];
  });
}

function nearest(sites: readonly Vertex[], own: number): number[] {
  const distances = sites.map((site) => distance(site, sites[own]));
  return sites
    .map((_, i) => i)
    .filter((i) => i !== own)
    .sort((a, b) => distances[a] - distances[b]);
}

/** What of the polygon is nearer to `own` than to `other`. */
function cut(sides: readonly Side[], sites: readonly Vertex[], own: number, other: number): Side[] {
  const excess = sides.map(({ from }) => distance(from, sites[own]) ** 2 - distance(from, sites[other]) ** 2);
  if (excess.every((value) => value <= 0)) return [...sides];
  return sides.flatMap((side, i) => {
    const next = (i + 1) % sides.length;
    if (excess[i] > 0 === excess[next] > 0) return excess[i] > 0 ? [] : [side];
    const t = excess[i] / (excess[i] - excess[next]);
    const [[ax, ay], [bx, by]] = [side.from, sides[next].from];
    const at: Vertex = [ax + t * (bx - ax), ay + t * (by - ay)];
    return excess[i] > 0 ? [{ from: at, site: side.site }] : [side, { from: at, site: other }];
  });
}

function ringOf(sides: readonly Side[], sites: readonly Vertex[], own: number): Ring {
  return sides.map(({ from, site }, i) => {
    const before = sides[(i + sides.length - 1) % sides.length].site;
    if (site < 0 || before < 0) return from;
    const [a, b, c] = [own, site, before].sort((x, y) => x - y);
    return circumcentre(sites[a], sites[b], sites[c]);
  });
}

function circumcentre([ax, ay]: Vertex, [bx, by]: Vertex, [cx, cy]: Vertex): Vertex {
  const [dx, dy, ex, ey] = [bx - ax, by - ay, cx - ax, cy - ay];
  const [d, e] = [dx * dx + dy * dy, ex * ex + ey * ey];
  const twice = 2 * (dx * ey - dy * ex);
  return [ax + (ey * d - dy * e) / twice, ay + (dx * e - ex * d) / twice];
}

function distance([ax, ay]: Vertex, [bx, by]: Vertex): number {
  return Math.hypot(ax - bx, ay - by);
}
