import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Mistake } from "../../mistake.ts";

/** A page that is served, and how to stop that. */
export interface Served {
  readonly address: string;
  readonly close: () => Promise<void>;
}

const loopback = "127.0.0.1";

/** Serves one page to this machine alone; other sites' names for this machine get nothing. */
export const served = (page: string, port: number): Promise<Served> => {
  const server = createServer(({ method, url, headers }, response) => {
    const { port: own } = server.address() as AddressInfo;
    const ours = [`${loopback}:${own}`, `localhost:${own}`].includes(headers.host ?? "");
    if (!ours || method !== "GET" || url !== "/") return void response.writeHead(404).end();
    response
      .writeHead(200, {
        "content-type": "text/html; charset=utf-8",
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      })
      .end(page);
  });
  return new Promise((resolve, reject) => {
    server.on("error", ({ code }: NodeJS.ErrnoException) =>
      reject(
        new Mistake({
          what: `port ${port} cannot be used`,
          why: code === "EADDRINUSE" ? "something else listens there" : String(code),
          todo: "name another --port, or none",
        }),
      ),
    );
    server.listen(port, loopback, () =>
      resolve({
        address: `http://${loopback}:${(server.address() as AddressInfo).port}/`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      }),
    );
  });
};
