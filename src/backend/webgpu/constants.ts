/** WebGPU's flags by number (https://www.w3.org/TR/webgpu/): Node with Dawn has the API, but not these globals. */

export const BufferUsage = {
  MAP_READ: 1,
  COPY_SRC: 4,
  COPY_DST: 8,
  INDEX: 16,
  VERTEX: 32,
  UNIFORM: 64,
  STORAGE: 128,
} as const;

export const TextureUsage = { COPY_SRC: 1, TEXTURE_BINDING: 4, RENDER_ATTACHMENT: 16 } as const;

export const MAP_MODE_READ = 1;
