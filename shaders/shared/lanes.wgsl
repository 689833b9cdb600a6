// Combines what the lanes of a workgroup have: for zonal.wgsl, on any device.

/// The total, for lane 0. All lanes of the workgroup must come here together.
fn combine_lanes(own: Partial, lane: u32) -> Partial {
  scratch[lane] = own;
  for (var half = workgroup_size / 2u; half > 0u; half /= 2u) {
    workgroupBarrier();
    if (lane < half) {
      scratch[lane] = combine(scratch[lane], scratch[lane + half]);
    }
  }
  return scratch[lane];
}
