/** What a scenario expects of an invariant under a protocol. */
export type Expectation =
  | { readonly expects: "holds" }
  | { readonly expects: "breaks"; readonly because: string }
  | { readonly expects: "notApplicable"; readonly because: string };

/** Expected to hold; what is not mentioned is expected to hold as well. */
export const holds: Expectation = { expects: "holds" };

/** Expected to break, for a reason; a search that does not find the break fails. */
export const breaks = (because: string): Expectation => ({ expects: "breaks", because });

/** Cannot come up here, for a reason; fails if it ever does. */
export const notApplicable = (because: string): Expectation => ({
  expects: "notApplicable",
  because,
});
