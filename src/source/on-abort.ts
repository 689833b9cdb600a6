interface Heard {
  readonly callbacks: Set<() => void>;
  readonly tell: () => void;
}

const signals = new WeakMap<AbortSignal, Heard>();

/**
 * Calls back once when the signal aborts; what it returns takes that back. However many wait, a signal has one listener:
 * Node warns of more than ten, which a job with as many reads would have.
 */
export function onAbort(signal: AbortSignal | undefined, callback: () => void): () => void {
  if (!signal) return () => {};
  const heard = signals.get(signal) ?? listen(signal);
  const own = () => callback(); // the same callback may be given twice
  heard.callbacks.add(own);
  return () => {
    if (!heard.callbacks.delete(own) || heard.callbacks.size > 0) return;
    signal.removeEventListener("abort", heard.tell);
    signals.delete(signal);
  };
}

function listen(signal: AbortSignal): Heard {
  const callbacks = new Set<() => void>();
  const tell = () => {
    signals.delete(signal);
    for (const callback of callbacks) {
      callbacks.delete(callback);
      callback();
    }
  };
  const heard: Heard = { callbacks, tell };
  signals.set(signal, heard);
  signal.addEventListener("abort", tell, { once: true });
  return heard;
}
