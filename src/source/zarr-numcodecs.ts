import type { CodecMetadata } from "./zarr-metadata.ts";

/** v3's names of numpy's types without their byte order. */
export const numpyTypes: Record<string, string> = {
  b1: "bool",
  i1: "int8",
  u1: "uint8",
  i2: "int16",
  u2: "uint16",
  i4: "int32",
  u4: "uint32",
  i8: "int64",
  u8: "uint64",
  f2: "float16",
  f4: "float32",
  f8: "float64",
};

/**
 * A numcodecs filter in the words of v3. One that changes the type is one that does not, and a cast to the type that is
 * stored.
 */
export function filterCodecs(id: string, configuration: Record<string, unknown>): CodecMetadata[] {
  const { astype, dtype } = configuration;
  const [name, from, to] =
    id === "astype" ? [null, configuration.decode_dtype, configuration.encode_dtype] : [id, dtype, astype ?? dtype];
  const codecs = name === null ? [] : [filterCodec(name, configuration)];
  if (typeof from !== "string" || typeof to !== "string" || from.slice(1) === to.slice(1)) return codecs;
  const data_type = numpyTypes[to.slice(1)] ?? to;
  // As numpy's astype does; floats know no other rounding than their own.
  const rounding = from[1] === "f" ? {} : { rounding: "towards-zero" };
  return [...codecs, { name: "cast_value", configuration: { data_type, out_of_range: "wrap", ...rounding } }];
}

function filterCodec(id: string, configuration: Record<string, unknown>): CodecMetadata {
  if (id !== "fixedscaleoffset") return { name: `numcodecs.${id}`, configuration };
  // decoded = stored / scale + offset, in both. https://numcodecs.readthedocs.io/en/stable/filter/fixedscaleoffset.html
  const { scale, offset } = configuration;
  return { name: "scale_offset", configuration: { scale, offset } };
}
