import type { JSX } from "preact";
import type { RunCovered } from "../../report/run.ts";
import { addressOf } from "../route.ts";
import { text } from "../texts/index.ts";

const failing = new Set(["dead", "contradicted"]);

/** A longer list is opened by whoever wants it; what fails is always shown. */
const rowsMost = 15;

/** What never came up, and what came up and was said not to. */
export const Noted = ({
  noted,
  empty,
}: {
  readonly noted: readonly RunCovered[];
  readonly empty: string;
}): JSX.Element =>
  noted.length === 0 ? (
    <p>{empty}</p>
  ) : noted.length > rowsMost ? (
    <>
      <Rows noted={noted.filter(({ standing }) => failing.has(standing))} />
      <details>
        <summary>{text.coverage.all(noted.length)}</summary>
        <Rows noted={noted} />
      </details>
    </>
  ) : (
    <Rows noted={noted} />
  );

const Rows = ({ noted }: { readonly noted: readonly RunCovered[] }): JSX.Element | null =>
  noted.length === 0 ? null : (
    <div class="scrolling" tabIndex={0} role="region" aria-label={text.coverage.never}>
      <table>
        <tbody>
          {noted.map(({ part, what, name, standing, because }) => (
            <tr key={`${part} ${what} ${name}`}>
              <th scope="row">
                <a href={addressOf(["models", part])}>{part}</a>
              </th>
              <td>{text.coverage.kinds[what]}</td>
              <td>
                <bdi>{name}</bdi>
              </td>
              <td class={failing.has(standing) ? "bad" : ""}>{text.coverage.standing[standing]}</td>
              <td class="notes">{because}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
