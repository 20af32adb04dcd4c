import type { JSX } from "preact";
import { addressOf } from "../route.ts";
import { text } from "../texts/index.ts";

/** For addresses that lead nowhere. */
export const NotFound = ({ says = text.notFound }: { readonly says?: string }): JSX.Element => (
  <section class="narrow">
    <h1>{says}</h1>
    <p>
      <a href={addressOf([])}>{text.promise.back}</a>
    </p>
  </section>
);
