import { declaredAt, type Place } from "../mistake.ts";
import type { Composition } from "./composition.ts";
import type { Part } from "./part.ts";

/** One version of a messaging protocol: how a cast becomes a composition, and what that takes for granted. */
export interface Protocol<Cast = unknown, Parts extends Part = Part, Name extends string = string> {
  readonly sealcheck: "protocol";
  readonly name: Name;
  /** What this version is, in one or two sentences. */
  readonly says: string;
  /** Printed with every verdict. */
  readonly assumptions: readonly string[];
  readonly compose: (cast: Cast) => Composition<Parts>;
  /** Invariants that cannot come up in this version, each with the reason; fails if one ever does. */
  readonly notApplicable: Readonly<Record<string, string>>;
  readonly place: Place | undefined;
}

type ProtocolDeclaration<Cast, Parts extends Part, Name extends string> = Pick<
  Protocol<Cast, Parts, Name>,
  "name" | "says" | "compose"
> &
  Partial<Pick<Protocol, "assumptions" | "notApplicable">>;

/**
 * Declares a protocol version. Where no type argument is given, scenarios know its parties and what they may do:
 * `protocol({ …, compose: (cast: Cast) => compose(…) })`.
 */
export const protocol = <Cast, Parts extends Part = Part, const Name extends string = string>(
  declaration: ProtocolDeclaration<Cast, Parts, Name>,
): Protocol<Cast, Parts, Name> => ({
  assumptions: [],
  notApplicable: {},
  ...declaration,
  sealcheck: "protocol",
  place: declaredAt(protocol as never),
});
