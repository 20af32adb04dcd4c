import { useEffect, useState } from "preact/hooks";

/** Where in the page somebody is: the part of the address after `#`, so that it works without a server. */
export interface Route {
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}

export const routeIn = (hash: string): Route => {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  return {
    path: path.split("/").filter(Boolean).map(decoded),
    query: Object.fromEntries(new URLSearchParams(query)),
  };
};

/** Somebody may have cut an address short. */
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The address of a route. */
export const addressOf = (
  path: readonly string[],
  query: Readonly<Record<string, string | number | undefined>> = {},
): string => {
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return `#/${path.map(encodeURIComponent).join("/")}${asked.length > 0 ? `?${asked.join("&")}` : ""}`;
};

/** Goes there; with `replace`, without a place to go back to. */
export const go = (address: string, replace = false): void => {
  if (!replace) location.hash = address;
  else {
    history.replaceState(null, "", address);
    dispatchEvent(new HashChangeEvent("hashchange"));
  }
};

export const useRoute = (): Route => {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const changed = (): void => setHash(location.hash);
    addEventListener("hashchange", changed);
    return () => removeEventListener("hashchange", changed);
  }, []);
  return routeIn(hash);
};
