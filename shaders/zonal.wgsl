// The reduce by zone: see kernels/zonal.ts.
