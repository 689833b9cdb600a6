/**
 * Structs that a shader shares with the code that fills or reads them, all of 32-bit words. Stated here once; a test
 * reads the shaders against them.
 */
export interface StructLayout<Field extends string = string> {
  /** As the shader names it. */
  readonly name: string;
  /** Words from the start of the struct, a field. */
  readonly offsets: Readonly<Record<Field, number>>;
  /** Words of the whole struct. */
  readonly words: number;
}

/** @param fields field → words it takes, in order and without gaps: order them so that vec4u begin at multiples of 4. */
export function structLayout<Field extends string>(name: string, fields: Record<Field, number>): StructLayout<Field> {
  const offsets = {} as Record<Field, number>;
  let words = 0;
  for (const field in fields) {
    offsets[field] = words;
    words += fields[field];
  }
  return { name, offsets, words };
}
