// Reduce by zone (kernels/zonal.ts). A workgroup takes one tile of one zone's rectangle, one slice and one band of
// exponents, and writes one partial. Nothing here is decided by float arithmetic: floats are taken apart as bits.
// `count` counts the values of 8-bit cells instead, for statistics that need the values themselves.
// Needs one of: shared/lanes.wgsl, shared/lanes-subgroups.wgsl

override workgroup_size: u32 = 64u; // a power of two
override cell_bits: u32 = 32u; // 8, 16 or 32
override cell_signed: bool = false;
override cell_float: bool = false;
override needs_sum: bool = true;
override needs_squares: bool = true;

// Exponents of a band: 24 bits of significand and shifts below this, squared and summed over a tile, fit 128 bits.
const band_width = 28u;

struct Params {
  tiles: u32,
  slices: u32,
  items: u32, // tiles × slices × bands
  row_cells: u32,
  slice_cells: u32,
  has_nodata: u32,
  nodata: u32, // as the bits of a loaded cell
  first_tile: u32,
  first_cell: u32, // of the strip and the first slice, in cells
  unused_1: u32,
  unused_2: u32,
  unused_3: u32,
  band_starts: array<vec4u, 3>, // least exponent of each band
}

struct Tile {
  page_column: u32,
  page_row: u32,
  first_cell: u32, // row-major, in the strip
  extent: u32, // width | height << 16
}

struct Partial {
  count: u32,
  infinities: u32, // 1: +∞, 2: −∞
  min_key: u32,
  max_key: u32,
  sum: vec4u, // two's complement, least word first
  squares: vec4u,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> cells: array<u32>;
@group(0) @binding(2) var<storage, read> tiles: array<Tile>;
@group(0) @binding(3) var mask: texture_2d<u32>;
@group(0) @binding(4) var<storage, read_write> partials: array<Partial>;
@group(0) @binding(5) var<storage, read_write> counts: array<u32>; // 256 an item

var<workgroup> scratch: array<Partial, workgroup_size>;
var<workgroup> bins: array<atomic<u32>, 256>;

@compute @workgroup_size(workgroup_size)
fn reduce(
  @builtin(workgroup_id) group: vec3u,
  @builtin(num_workgroups) groups: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let item = group.y * groups.x + group.x;
  if (item >= params.items) {
    return;
  }
  let tile = tiles[params.first_tile + item % params.tiles];
  let slice = (item / params.tiles) % params.slices;
  let band = item / (params.tiles * params.slices);

  let total = combine_lanes(reduce_lane(tile, params.first_cell + slice * params.slice_cells, band, lane), lane);
  if (lane == 0u) {
    partials[item] = total;
  }
}

@compute @workgroup_size(workgroup_size)
fn count(
  @builtin(workgroup_id) group: vec3u,
  @builtin(num_workgroups) groups: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let item = group.y * groups.x + group.x;
  if (item >= params.items) {
    return;
  }
  let tile = tiles[params.first_tile + item % params.tiles];
  let first_cell = params.first_cell + (item / params.tiles) * params.slice_cells + tile.first_cell;
  let width = tile.extent & 0xffffu;
  let cells_in_tile = width * (tile.extent >> 16u);

  for (var bin = lane; bin < 256u; bin += workgroup_size) {
    atomicStore(&bins[bin], 0u);
  }
  workgroupBarrier();
  for (var cell = lane; cell < cells_in_tile; cell += workgroup_size) {
    let place = vec2u(cell % width, cell / width);
    if (textureLoad(mask, vec2u(tile.page_column, tile.page_row) + place, 0).r != 0u) {
      let bits = load_cell(first_cell + place.y * params.row_cells + place.x);
      if (params.has_nodata == 0u || bits != params.nodata) {
        atomicAdd(&bins[bits & 0xffu], 1u);
      }
    }
  }
  workgroupBarrier();
  for (var bin = lane; bin < 256u; bin += workgroup_size) {
    counts[item * 256u + bin] = atomicLoad(&bins[bin]);
  }
}

/// Every workgroup_size-th cell of the tile, so that neighbouring lanes read neighbouring cells.
fn reduce_lane(tile: Tile, slice_base: u32, band: u32, lane: u32) -> Partial {
  let width = tile.extent & 0xffffu;
  let height = tile.extent >> 16u;
  let band_start = params.band_starts[band / 4u][band % 4u];
  var total = Partial(0u, 0u, 0xffffffffu, 0u, vec4u(), vec4u());
  var column = lane % width;
  var row = lane / width;
  while (row < height) {
    if (textureLoad(mask, vec2u(tile.page_column + column, tile.page_row + row), 0).r != 0u) {
      let bits = load_cell(slice_base + tile.first_cell + row * params.row_cells + column);
      if (cell_float) {
        take_float(&total, bits, band_start, band == 0u);
      } else {
        take_integer(&total, bits);
      }
    }
    column += workgroup_size % width;
    row += workgroup_size / width;
    if (column >= width) {
      column -= width;
      row += 1u;
    }
  }
  let sign = bitcast<u32>(bitcast<i32>(total.sum.y) >> 31u);
  total.sum = vec4u(total.sum.xy, sign, sign);
  return total;
}

/// Bits of a cell, sign- or zero-extended to a word.
fn load_cell(index: u32) -> u32 {
  if (cell_bits == 32u) {
    return cells[index];
  }
  let per_word = 32u / cell_bits;
  let unused_bits = 32u - cell_bits;
  let left = cells[index / per_word] << (unused_bits - (index % per_word) * cell_bits);
  if (cell_signed) {
    return bitcast<u32>(bitcast<i32>(left) >> unused_bits);
  }
  return left >> unused_bits;
}

fn take_integer(total: ptr<function, Partial>, bits: u32) {
  if (params.has_nodata != 0u && bits == params.nodata) {
    return;
  }
  let negative = cell_signed && (bits >> 31u) == 1u;
  let key = select(bits, bits ^ 0x80000000u, cell_signed);
  take(total, key, negative, select(bits, 0u - bits, negative), 0u);
}

fn take_float(total: ptr<function, Partial>, stored: u32, band_start: u32, first_band: bool) {
  let bits = select(stored, 0u, stored == 0x80000000u); // −0 is 0
  if (params.has_nodata != 0u && bits == params.nodata) {
    return;
  }
  let exponent = (bits >> 23u) & 0xffu;
  let fraction = bits & 0x7fffffu;
  let negative = (bits >> 31u) == 1u;
  let key = bits ^ select(0x80000000u, 0xffffffffu, negative);
  if (exponent == 255u || bits == 0u) {
    if (fraction == 0u && first_band) {
      take(total, key, negative, 0u, 0u);
      if (exponent == 255u) {
        (*total).infinities |= select(1u, 2u, negative);
      }
    }
    return; // else NaN, or counted in the first band
  }
  let shift = max(exponent, 1u) - band_start;
  if (shift < band_width) { // unsigned: also false below the band
    take(total, key, negative, select(fraction, fraction | 0x800000u, exponent > 0u), shift);
  }
}

/// Takes the value ±magnitude × 2^shift in. A lane's few values sum to less than 2^63: two words hold them.
fn take(total: ptr<function, Partial>, key: u32, negative: bool, magnitude: u32, shift: u32) {
  (*total).count += 1u;
  (*total).min_key = min((*total).min_key, key);
  (*total).max_key = max((*total).max_key, key);
  if (needs_sum) {
    let term = shift_left(0u, magnitude, shift).xy;
    let low = (*total).sum.x;
    if (negative) {
      (*total).sum.x = low - term.x;
      (*total).sum.y -= term.y + select(0u, 1u, low < term.x);
    } else {
      (*total).sum.x = low + term.x;
      (*total).sum.y += term.y + select(0u, 1u, low + term.x < low);
    }
  }
  if (needs_squares) {
    let low = magnitude & 0xffffu;
    let high = magnitude >> 16u;
    let middle = low * high; // counts twice, at 2^16
    let word = low * low + (middle << 17u);
    let carry = select(0u, 1u, word < (middle << 17u));
    let square = shift_left(high * high + (middle >> 15u) + carry, word, 2u * shift);
    (*total).squares = add((*total).squares, square);
  }
}

/// (high, low) × 2^shift for shift < 64.
fn shift_left(high: u32, low: u32, shift: u32) -> vec4u {
  let bits = shift & 31u;
  let rest = 31u - bits;
  let shifted = vec3u(low << bits, (high << bits) | ((low >> 1u) >> rest), (high >> 1u) >> rest);
  return select(vec4u(shifted, 0u), vec4u(0u, shifted), shift >= 32u);
}

/// a + b modulo 2^128.
fn add(a: vec4u, b: vec4u) -> vec4u {
  let sums = a + b;
  let carries = select(vec4u(), vec4u(1u), sums < a);
  let y = sums.y + carries.x;
  let y_carry = carries.y + select(0u, 1u, y < carries.x);
  let z = sums.z + y_carry;
  let z_carry = carries.z + select(0u, 1u, z < y_carry);
  return vec4u(sums.x, y, z, sums.w + z_carry);
}

fn combine(a: Partial, b: Partial) -> Partial {
  return Partial(
    a.count + b.count,
    a.infinities | b.infinities,
    min(a.min_key, b.min_key),
    max(a.max_key, b.max_key),
    add(a.sum, b.sum),
    add(a.squares, b.squares),
  );
}
