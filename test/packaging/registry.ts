import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { root } from "../imports.ts";

/** A registry of npm on this machine: whatever lies in our own node_modules, and nothing else. */
export interface Registry extends Disposable {
  readonly url: string;
  /** Names of the packages that were handed out. */
  readonly given: ReadonlySet<string>;
}

const modules = join(root, "node_modules");

/** Starts one; what npm asks for beyond our node_modules, it does not have. */
export const localRegistry = async (): Promise<Registry> => {
  const given = new Set<string>();
  const server = createServer(({ url = "/" }, response) => {
    const path = decodeURIComponent(url).slice(1);
    const name = path.replace(/\/-\/package\.tar$/, "");
    if (!existsSync(join(modules, name, "package.json"))) {
      response.writeHead(404).end("{}");
    } else if (path === name) {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(packument(name, here())));
    } else {
      given.add(name);
      response.end(tarball(name));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const here = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: here(),
    given,
    [Symbol.dispose]: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};

/** What a registry says of a package: here, of the one version there is. */
const packument = (name: string, url: string): object => {
  const manifest = JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8")) as {
    readonly version: string;
  };
  const dist = { tarball: `${url}/${name}/-/package.tar` };
  return {
    name,
    "dist-tags": { latest: manifest.version },
    versions: { [manifest.version]: { ...manifest, dist } },
  };
};

const tarball = (name: string): Buffer =>
  execFileSync("tar", ["-cf", "-", "--exclude=node_modules", "-C", join(modules, name), "."], {
    maxBuffer: 2 ** 28,
  });
