import { declaredAt, type Place } from "../mistake.ts";

/** Model code did something whose outcome is not settled by state and event; `at` is the line that did it. */
export class ImpureCall extends Error {
  readonly at: Place | undefined;

  constructor(what: string, at: Place | undefined) {
    super(what);
    this.at = at;
  }
}

/** The first impure call of the work under way: XState rewraps or swallows what guards and initial actions throw. */
let first: ImpureCall | undefined;

/** Makes a function that model code must not call: calling it is an {@link ImpureCall}, even if the throw is caught. */
export const forbidden = (what: string): (() => never) => {
  const door = (): never => refuse(what, door);
  return door;
};

/** Throws the {@link ImpureCall} of whoever called `door`. */
const refuse = (what: string, door: (...args: never[]) => unknown): never => {
  const at = declaredAt(door);
  const call = new ImpureCall(what, at && /node_modules|^node:/.test(at.file) ? undefined : at);
  first ??= call;
  throw call;
};

const timeless = (): DateConstructor => {
  const construct = (target: DateConstructor, given: readonly unknown[]): Date =>
    given.length > 0 ? Reflect.construct(target, given) : refuse("calls new Date()", construct);
  return new Proxy(Date, { construct, apply: forbidden("calls Date()") });
};

/** Clocks and randomness: owner, name, and what stands in while a model runs. */
const guarded: readonly (readonly [owner: object, name: string, guard: unknown])[] = [
  [Math, "random", forbidden("calls Math.random()")],
  [Date, "now", forbidden("calls Date.now()")],
  [performance, "now", forbidden("calls performance.now()")],
  [crypto, "randomUUID", forbidden("calls crypto.randomUUID()")],
  [crypto, "getRandomValues", forbidden("calls crypto.getRandomValues()")],
  [globalThis, "Date", timeless()],
];

/**
 * Runs model code with clocks and randomness out of reach, and throws the {@link ImpureCall} if it went for them. The
 * work is synchronous, so nothing else ever meets the replacements.
 */
export const purely = <T>(work: () => T): T => {
  const originals = guarded.map(([owner, name]) => Object.getOwnPropertyDescriptor(owner, name));
  first = undefined;
  for (const [owner, name, value] of guarded)
    Object.defineProperty(owner, name, { configurable: true, writable: true, value });
  let result: T;
  try {
    result = work();
  } catch (error) {
    throw first ?? error;
  } finally {
    for (const [at, [owner, name]] of guarded.entries()) {
      const original = originals[at];
      if (original) Object.defineProperty(owner, name, original);
      else Reflect.deleteProperty(owner, name);
    }
  }
  if (first) throw first;
  return result;
};
