import { windowCells } from "../../grid/window.ts";
import { copyPlaced, type MaskInput } from "../../kernels/mask.ts";
import type { Placement } from "../../kernels/mask-drawing.ts";
import type { Atlas } from "./atlas.ts";
import { BufferUsage } from "./constants.ts";
import type { Gpu } from "./device.ts";

/** Reads a zone's cells back from the pages of the atlas. */
export async function runMask(gpu: Gpu, atlas: Atlas, { mask, zone }: MaskInput): Promise<Uint8Array> {
  const cells = new Uint8Array(windowCells(mask.window));
  for (const strip of atlas.strips(mask)) {
    for (const page of strip.pages) {
      for (const placement of page.placements) {
        if (placement.zone !== zone) continue;
        const drawn = atlas.acquire(mask, strip, page);
        try {
          await drawn.settled;
          const pitch = Math.ceil(placement.window.width / 256) * 256;
          const texels = await readTexels(gpu, drawn.texture, placement, pitch);
          copyPlaced(cells, mask, placement.window, texels, pitch);
        } finally {
          atlas.release(mask, page);
        }
      }
    }
  }
  return cells;
}

/** @param pitch bytes from row to row, a multiple of 256 as copies need it */
async function readTexels(gpu: Gpu, texture: GPUTexture, placement: Placement, pitch: number): Promise<Uint8Array> {
  const { window, pageColumn, pageRow } = placement;
  const bytes = pitch * window.height;
  const [readback, submitted] = gpu.submit((encoder) => {
    const buffer = gpu.buffers.take(bytes, BufferUsage.MAP_READ | BufferUsage.COPY_DST);
    encoder.copyTextureToBuffer({ texture, origin: [pageColumn, pageRow] }, { buffer, bytesPerRow: pitch }, [
      window.width,
      window.height,
    ]);
    return buffer;
  });
  const [words] = await Promise.all([gpu.read(readback, bytes / 4), submitted]);
  gpu.buffers.give(readback);
  return new Uint8Array(words.buffer);
}
