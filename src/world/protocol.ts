import { declaredAt, type Place } from "../mistake.ts";
import type { Composition } from "./composition.ts";

/** One version of a messaging protocol: how a cast becomes a composition, and what that takes for granted. */
export interface Protocol<Cast = unknown> {
  readonly sealcheck: "protocol";
  readonly name: string;
  /** What this version is, in one or two sentences. */
  readonly says: string;
  /** Printed with every verdict. */
  readonly assumptions: readonly string[];
  readonly compose: (cast: Cast) => Composition;
  /** Invariants that cannot come up in this version, each with the reason; fails if one ever does. */
  readonly notApplicable: Readonly<Record<string, string>>;
  readonly place: Place | undefined;
}

type ProtocolDeclaration<Cast> = Pick<Protocol<Cast>, "name" | "says" | "compose"> &
  Partial<Pick<Protocol<Cast>, "assumptions" | "notApplicable">>;

/** Declares a protocol version. */
export const protocol = <Cast>(declaration: ProtocolDeclaration<Cast>): Protocol<Cast> => ({
  assumptions: [],
  notApplicable: {},
  ...declaration,
  sealcheck: "protocol",
  place: declaredAt(protocol as never),
});
