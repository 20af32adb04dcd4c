import type { ComponentChildren, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { text } from "./texts/index.ts";

type State<T> = { readonly value: T } | { readonly error: string } | undefined;

/** What a promise came to, once it has; it is asked anew when one of `inputs` changes. */
const usePromised = <T,>(ask: () => Promise<T>, inputs: readonly unknown[]): State<T> => {
  const [state, setState] = useState<{ for: string; is: State<T> }>();
  const key = JSON.stringify(inputs);
  useEffect(() => {
    let wanted = true;
    const answer = (is: State<T>): void => void (wanted && setState({ for: key, is }));
    ask().then(
      (value) => answer({ value }),
      (error: unknown) => answer({ error: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      wanted = false;
    };
  }, [key]);
  return state?.for === key ? state.is : undefined;
};

/** Shows what is decoded on demand. */
export const Loaded = <T,>({
  ask,
  inputs,
  children,
}: {
  readonly ask: () => Promise<T>;
  readonly inputs: readonly unknown[];
  readonly children: (value: T) => ComponentChildren;
}): JSX.Element => {
  const state = usePromised(ask, inputs);
  if (state === undefined) return <p class="loading">{text.loading}</p>;
  if ("error" in state)
    return (
      <p class="note bad" role="alert">
        {state.error}
      </p>
    );
  return <>{children(state.value)}</>;
};
