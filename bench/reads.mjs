/** Chunks in flight at most: the engine's own default, so that the floor reads as the job does. */
export const CONCURRENCY = 8;

/** The same raster, which writes down what is read of it. */
export function recording(raster, reads) {
  return {
    ...raster,
    read(window, options) {
      reads.push({ window, ranges: options?.ranges });
      return raster.read(window, options);
    },
  };
}

/** Reads and decodes, and nothing else. What is decoded as it is read, such as cells in memory, is read on this thread. */
export async function readAll({ read }, reads, { decode }) {
  let next = 0;
  const lane = async () => {
    while (next < reads.length) {
      const { window, ranges } = reads[next++];
      const encoded = await read.encoded?.(window, { ranges });
      if (encoded) await decode(encoded);
      else await read(window, { ranges });
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, lane));
}
