// Combines what the lanes of a workgroup have: for zonal.wgsl, where lanes of a subgroup can see each other's registers. All
// is integers, whose sums are the same in any order. Nothing is assumed of which lanes make a subgroup, nor of how many.
enable subgroups;

var<workgroup> subgroups_there: atomic<u32>; // begins as 0

/// The total, for lane 0. All lanes of the workgroup must come here together.
fn combine_lanes(own: Partial, lane: u32) -> Partial {
  var total = Partial(
    subgroupAdd(own.count),
    subgroupOr(own.infinities),
    subgroupMin(own.min_key),
    subgroupMax(own.max_key),
    vec4u(),
    vec4u(),
  );
  if (needs_sum) {
    total.sum = add_lanes(own.sum);
  }
  if (needs_squares) {
    total.squares = add_lanes(own.squares);
  }
  if (subgroupElect()) {
    scratch[atomicAdd(&subgroups_there, 1u)] = total;
  }
  workgroupBarrier();
  if (lane == 0u) {
    total = scratch[0];
    let subgroups = atomicLoad(&subgroups_there);
    for (var i = 1u; i < subgroups; i++) {
      total = combine(total, scratch[i]);
    }
  }
  return total;
}

/// The sum over a subgroup modulo 2^128, by halves of words: at most 128 of them cannot overflow a word.
fn add_lanes(own: vec4u) -> vec4u {
  let low = subgroupAdd(own & vec4u(0xffffu));
  let high = subgroupAdd(own >> vec4u(16u));
  let words = low + (high << vec4u(16u));
  let carries = (high >> vec4u(16u)) + select(vec4u(), vec4u(1u), words < low);
  return add(words, vec4u(0u, carries.xyz));
}
