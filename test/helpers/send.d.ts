/** As much of npm `send` as the tests use; it comes without types. */
declare module "send" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  interface SendOptions {
    root: string;
    dotfiles?: "allow" | "deny" | "ignore";
    index?: string[] | false;
  }
  export default function send(
    request: IncomingMessage,
    path: string,
    options: SendOptions,
  ): { pipe(response: ServerResponse): void };
}
