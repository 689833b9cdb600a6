// Fills a page of the mask atlas and checks it (kernels/mask.ts). Every zone has a rectangle of its own on the page,
// one texel a cell: 1 inside, 0 outside. Drawn in this order: triangles of zones that were triangulated, then their
// boundary cells with exact verdicts, then the rectangles of the other zones by parity.

override workgroup_size: u32 = 64u; // a power of two

struct Page {
  width: u32,
  height: u32,
  tiles: u32,
  row_cells: u32, // cells of a row of the strip that the tiles count in
}

struct Tile {
  page_column: u32,
  page_row: u32,
  first_cell: u32, // row-major, in the strip
  extent: u32, // width | height << 16
}

struct Fingerprint {
  count: u32,
  first: u32,
  second: u32,
}

@group(0) @binding(0) var<uniform> page: Page;
@group(0) @binding(1) var<storage, read> borders: array<u32>;
@group(0) @binding(2) var<storage, read> tiles: array<Tile>;
@group(0) @binding(3) var mask: texture_2d<u32>;
@group(0) @binding(4) var<storage, read_write> fingerprints: array<Fingerprint>;

fn clip_position(texel: vec2f) -> vec4f {
  let unit = texel / vec2f(f32(page.width), f32(page.height));
  return vec4f(unit.x * 2.0 - 1.0, 1.0 - unit.y * 2.0, 0.0, 1.0);
}

@vertex
fn place_triangle(@location(0) texel: vec2f) -> @builtin(position) vec4f {
  return clip_position(texel);
}

@fragment
fn fill_triangle() -> @location(0) u32 {
  return 1u;
}

struct Verdict {
  @builtin(position) position: vec4f,
  @location(0) @interpolate(flat) inside: u32,
}

/// A boundary cell: column | row << 14 | verdict << 28.
@vertex
fn place_cell(@location(0) cell: u32) -> Verdict {
  let texel = vec2f(f32(cell & 0x3fffu), f32((cell >> 14u) & 0x3fffu));
  return Verdict(clip_position(texel + 0.5), cell >> 28u);
}

@fragment
fn fill_cell(verdict: Verdict) -> @location(0) u32 {
  return verdict.inside;
}

struct Corner {
  @builtin(position) position: vec4f,
  @location(0) @interpolate(flat) origin: vec2u,
  @location(1) @interpolate(flat) first_border: u32,
}

/// One of the six corners of the two triangles of a rectangle (column, row, width | height << 16, first border).
@vertex
fn place_rectangle(@builtin(vertex_index) index: u32, @location(0) rectangle: vec4u) -> Corner {
  let right = (0x32u >> index) & 1u; // corners 1, 4, 5
  let bottom = (0x2cu >> index) & 1u; // corners 2, 3, 5
  let size = vec2u(rectangle.z & 0xffffu, rectangle.z >> 16u);
  let texel = rectangle.xy + vec2u(right, bottom) * size;
  return Corner(clip_position(vec2f(texel)), rectangle.xy, rectangle.w);
}

/// Parity of the number of run borders at or left of the cell. borders[first_border + row] tells where a row's begin.
@fragment
fn fill_parity(corner: Corner) -> @location(0) u32 {
  let cell = vec2u(corner.position.xy) - corner.origin;
  let start = borders[corner.first_border + cell.y];
  var low = start;
  var high = borders[corner.first_border + cell.y + 1u];
  while (low < high) {
    let middle = (low + high) / 2u;
    if (borders[middle] <= cell.x) {
      low = middle + 1u;
    } else {
      high = middle;
    }
  }
  return (low - start) & 1u;
}

var<workgroup> scratch: array<vec3u, workgroup_size>;

/// What mask/fingerprint.ts knows of every zone from its runs, here of the texels of a tile.
@compute @workgroup_size(workgroup_size)
fn fingerprint(
  @builtin(workgroup_id) group: vec3u,
  @builtin(num_workgroups) groups: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let item = group.y * groups.x + group.x;
  if (item >= page.tiles) {
    return;
  }
  let tile = tiles[item];
  let width = tile.extent & 0xffffu;
  let cells = width * (tile.extent >> 16u);
  var total = vec3u();
  for (var cell = lane; cell < cells; cell += workgroup_size) {
    let at = vec2u(cell % width, cell / width);
    let value = textureLoad(mask, vec2u(tile.page_column, tile.page_row) + at, 0).r;
    let row = scramble(tile.first_cell / page.row_cells + at.y);
    let column = scramble(tile.first_cell % page.row_cells + at.x + 0x10000000u);
    total += value * vec3u(1u, row * column, (row >> 16u) * (column ^ 0x55555555u));
  }
  scratch[lane] = total;
  for (var half = workgroup_size / 2u; half > 0u; half /= 2u) {
    workgroupBarrier();
    if (lane < half) {
      scratch[lane] += scratch[lane + half];
    }
  }
  if (lane == 0u) {
    fingerprints[item] = Fingerprint(scratch[0].x, scratch[0].y, scratch[0].z);
  }
}

/// A well mixing bijection of words (the finaliser of MurmurHash3).
fn scramble(word: u32) -> u32 {
  var bits = word;
  bits = (bits ^ (bits >> 16u)) * 0x85ebca6bu;
  bits = (bits ^ (bits >> 13u)) * 0xc2b2ae35u;
  return bits ^ (bits >> 16u);
}
