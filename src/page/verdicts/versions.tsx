import type { JSX } from "preact";
import type { OverviewProtocol } from "../../report/html/overview.ts";
import { addressOf, go } from "../route.ts";
import { text } from "../texts/index.ts";
import { countsOf } from "./ranking.ts";

const tones = { broken: "bad", held: "good", open: "warn", apart: "mute" } as const;

/** The versions of the protocol side by side, each with what became of the promises under it. */
export const Versions = ({
  protocols,
  chosen,
}: {
  readonly protocols: readonly OverviewProtocol[];
  readonly chosen: OverviewProtocol;
}): JSX.Element => {
  const variants = protocols.filter(({ variant }) => variant);
  return (
    <nav class="versions" aria-label={text.headline.versions}>
      {protocols
        .filter(({ variant }) => !variant)
        .map((protocol) => (
          <Version key={protocol.name} protocol={protocol} chosen={protocol === chosen} />
        ))}
      {variants.length > 0 && (
        <label class={chosen.variant ? "variants chosen" : "variants"}>
          <span>{text.headline.variants(variants.length)}</span>
          <select
            value={chosen.variant ? chosen.name : ""}
            onChange={({ currentTarget: { value } }) =>
              value !== "" && go(addressOf([], { under: value }))
            }
          >
            <option value="">—</option>
            {variants.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </nav>
  );
};

const Version = ({
  protocol,
  chosen,
}: {
  readonly protocol: OverviewProtocol;
  readonly chosen: boolean;
}): JSX.Element => {
  const counts = countsOf(protocol);
  const kinds = (["broken", "held", "open", "apart"] as const).filter((kind) => counts[kind] > 0);
  return (
    <a
      class="version"
      href={addressOf([], { under: protocol.name })}
      aria-current={chosen ? "true" : undefined}
    >
      <bdi>{protocol.name}</bdi>
      <span class="bar" aria-hidden="true">
        {kinds.map((kind) => (
          <span key={kind} class={tones[kind]} style={{ flexGrow: String(counts[kind]) }} />
        ))}
      </span>
      <span class="counts">
        {kinds.map((kind) => text.headline.count[kind](counts[kind])).join(" · ")}
      </span>
    </a>
  );
};
