import type { JSX } from "preact";
import type { Moment, Stage } from "../../report/scenes.ts";
import { text } from "../texts/index.ts";

/** Messages under way, channel by channel. */
export const Channels = ({ moment }: { readonly moment: Moment }): JSX.Element => {
  const channels = Object.entries(moment.channels);
  if (channels.length === 0) return <p class="quiet">{text.inspector.channelsEmpty}</p>;
  return (
    <dl class="places">
      {channels.map(([name, items]) => (
        <div key={name}>
          <dt>
            <bdi>{name}</bdi>
          </dt>
          {items.map(({ event, bodies, term, to }, at) => (
            <dd key={at} title={term}>
              <bdi>{event.split(" ")[0]}</bdi> → <bdi>{to}</bdi>
              <small>
                {" "}
                <bdi>{event.split(" ").slice(1).join(" ")}</bdi>
              </small>
              {bodies.map((body) => (
                <bdi key={body} class="message">
                  {body}
                </bdi>
              ))}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
};

/** What stores hold, oldest first. */
export const Stores = ({
  moment,
  stage,
}: {
  readonly moment: Moment;
  readonly stage: Stage;
}): JSX.Element => {
  const stores = Object.entries(moment.stores);
  if (stores.length === 0) return <p class="quiet">{text.inspector.storesEmpty}</p>;
  return (
    <dl class="places">
      {stores.map(([name, entries]) => (
        <div key={name}>
          <dt>
            <bdi>{name}</bdi>{" "}
            <small>
              <bdi>{stage.stores.find((store) => store.name === name)?.owner}</bdi>
            </small>
          </dt>
          {entries.map((entry, at) => (
            <dd key={at}>
              <bdi>{entry}</bdi>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
};
