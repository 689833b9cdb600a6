import { windowCells } from "../../grid/window.ts";
import { copyPlaced, type MaskInput } from "../../kernels/mask.ts";
import type { Placement } from "../../kernels/mask-drawing.ts";
import type { Atlas } from "./atlas.ts";
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
          atlas.release(mask, page, drawn);
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
  const words = await gpu.run(bytes, (encoder, buffer, offset) => {
    const target = { buffer, offset, bytesPerRow: pitch };
    encoder.copyTextureToBuffer({ texture, origin: [pageColumn, pageRow] }, target, [window.width, window.height]);
    return [];
  });
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}
