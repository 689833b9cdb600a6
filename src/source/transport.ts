import { type RastrumError, rastrumError } from "../errors.ts";
import { onAbort } from "./on-abort.ts";
import { abortable } from "./share-reads.ts";
import type { StoreOptions } from "./store.ts";
import { readBody, webPage } from "./transport-body.ts";
import { Retry, retryAfterMs, withRetries } from "./transport-retry.ts";

export interface HttpRequest {
  readonly url: string;
  readonly method?: "GET" | "HEAD";
  /** Value of the Range header. */
  readonly range?: string;
  /** Called with a 200 or 206 before its body: how long that may be; null where it is not to be read. May throw. */
  readonly judge?: (response: Response) => number | null;
  /** Told the first `received` bytes as they come, where the length of the body is known. */
  readonly onBytes?: (bytes: Uint8Array, received: number) => void;
  readonly signal: AbortSignal;
}

/** An answer that came in full; only 200, 206, 404 and 416 get here. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** A buffer of its own; empty for 404, 416, HEAD and what `judge` would not have. */
  readonly bytes: Uint8Array;
}

/** Statuses that may pass: time-out, too early, too many requests. All of 5xx count too. */
const PASSING = new Set([408, 425, 429]);

/**
 * One HTTP request, tried again where that may help.
 * @throws `http-error`, `network-error`, `timeout`, `truncated`; or the signal's reason.
 */
export function request(ask: HttpRequest, options: StoreOptions): Promise<HttpAnswer> {
  return withRetries((signal) => attempt({ ...ask, signal }, options), options, ask.signal);
}

async function attempt(ask: HttpRequest, options: StoreOptions): Promise<HttpAnswer> {
  const { url, signal } = ask;
  const timeoutMs = options.timeoutMs ?? 30_000;
  const stop = new AbortController();
  const unhear = onAbort(signal, () => stop.abort(signal.reason));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stop.abort(stalled(url, timeoutMs)), timeoutMs);
  };
  try {
    signal.throwIfAborted();
    alive();
    return await abortable(exchange({ ...ask, signal: stop.signal }, options, alive), stop.signal);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (stop.signal.aborted) throw new Retry(stop.signal.reason as RastrumError);
    throw asTagged(error, url);
  } finally {
    clearTimeout(timer);
    unhear();
    stop.abort(); // lets go of a body that nobody reads to its end
  }
}

async function exchange(ask: HttpRequest, options: StoreOptions, alive: () => void): Promise<HttpAnswer> {
  const { url, method = "GET", range, judge, signal } = ask;
  const headers = { ...options.headers, ...(range === undefined ? {} : { Range: range }) };
  const send = options.fetch ?? globalThis.fetch;
  const response = await send(url, { method, headers, signal });
  alive();
  const { status } = response;
  if (status === 404 || status === 416) return { status, headers: response.headers, bytes: new Uint8Array(0) };
  if (status !== 200 && status !== 206) throw refusal(url, response);
  if (method === "GET" && webPage(response)) {
    throw rastrumError("http-error", `${url}: a web page came where data was expected; is the address right?`, {
      url,
      status,
    });
  }
  const maxBytes = judge?.(response);
  if (method === "HEAD" || maxBytes === null) return { status, headers: response.headers, bytes: new Uint8Array(0) };
  const onBytes = (bytes: Uint8Array | null, received: number) => {
    alive();
    if (bytes) ask.onBytes?.(bytes, received);
  };
  return { status, headers: response.headers, bytes: await readBody(response, url, maxBytes, onBytes) };
}

function refusal(url: string, response: Response): RastrumError | Retry {
  const { status } = response;
  const hints: Record<number, string> = {
    401: "it wants credentials (option headers).",
    403: "access is refused (object stores answer so for files that are missing, where listing is not allowed).",
    429: "too many requests, also after the retries.",
  };
  const hint = hints[status] ?? (status >= 500 ? "the server failed, also after the retries." : "no data came.");
  const error = rastrumError("http-error", `${url} answered ${status}: ${hint}`, { url, status });
  return status >= 500 || PASSING.has(status) ? new Retry(error, retryAfterMs(response.headers)) : error;
}

function stalled(url: string, timeoutMs: number): RastrumError {
  return rastrumError("timeout", `${url} sent nothing for ${timeoutMs} ms, also after the retries.`, {
    url,
    timeoutMs,
  });
}

/** What `fetch` itself throws says little ("fetch failed"): name the address, keep the cause, and try again. */
function asTagged(error: unknown, url: string): unknown {
  if (error instanceof Retry || (error instanceof Error && "tag" in error)) return error;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const reason = cause instanceof Error ? cause.message : String(cause);
  const message = `${url} cannot be reached (${reason}); in a page the server must also allow it by CORS.`;
  return new Retry(rastrumError("network-error", message, { url, cause: error }));
}
