import { windowCells } from "../../grid/window.ts";
import { copyPlaced, type MaskInput } from "../../kernels/mask.ts";
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
          const { window, pageColumn, pageRow } = placement;
          const pitch = Math.ceil(window.width / 256) * 256;
          const bytes = pitch * window.height;
          const readback = gpu.buffers.take(bytes, BufferUsage.MAP_READ | BufferUsage.COPY_DST);
          const submitted = gpu.submit((encoder) =>
            encoder.copyTextureToBuffer(
              { texture: drawn.texture, origin: [pageColumn, pageRow] },
              { buffer: readback, bytesPerRow: pitch },
              [window.width, window.height],
            ),
          );
          const [words] = await Promise.all([gpu.read(readback, bytes / 4), submitted]);
          gpu.buffers.give(readback);
          copyPlaced(cells, mask, window, new Uint8Array(words.buffer), pitch);
        } finally {
          atlas.release(mask, page);
        }
      }
    }
  }
  return cells;
}
