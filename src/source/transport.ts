import { type RastrumError, rastrumError } from "../errors.ts";
import { abortable } from "./share-reads.ts";
import type { StoreOptions } from "./store.ts";
import { readBody, webPage } from "./transport-body.ts";
import { Retry, retryAfterMs, withRetries } from "./transport-retry.ts";

export interface HttpRequest {
  readonly url: string;
  readonly method?: "GET" | "HEAD";
  /** Value of the Range header. */
  readonly range?: string;
  readonly maxBytes?: number;
  readonly signal: AbortSignal;
}

/** An answer that came in full; only 200, 206, 404 and 416 get here, the latter two without a body. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
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
  const forward = () => stop.abort(signal.reason);
  signal.addEventListener("abort", forward, { once: true });
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
    signal.removeEventListener("abort", forward);
    stop.abort(); // lets go of a body that nobody reads to its end
  }
}

async function exchange(ask: HttpRequest, options: StoreOptions, alive: () => void): Promise<HttpAnswer> {
  const { url, method = "GET", range, signal } = ask;
  const headers = { ...options.headers, ...(range === undefined ? {} : { Range: range }) };
  const send = options.fetch ?? globalThis.fetch;
  const response = await send(url, { method, headers, signal });
  alive();
  const { status } = response;
  if (status === 404 || status === 416) return { status, headers: response.headers, bytes: new Uint8Array(0) };
  if (status !== 200 && status !== 206) throw refusal(url, response);
  if (method === "HEAD") return { status, headers: response.headers, bytes: new Uint8Array(0) };
  if (webPage(response)) {
    throw rastrumError("http-error", `${url}: a web page came where data was expected; is the address right?`, {
      url,
      status,
    });
  }
  return { status, headers: response.headers, bytes: await readBody(response, url, ask.maxBytes, alive) };
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
