import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Report } from "../data/report.ts";
import { useRoute } from "../route.ts";
import { SettingsProvider, useSettings } from "../settings.ts";
import { text } from "../texts/index.ts";
import { NotFound } from "../pages/not-found.tsx";
import { Header } from "./header.tsx";
import { pageAt } from "./pages.tsx";

/** The whole page: a header, and what the address asks for. */
export const App = ({ report }: { readonly report: Report }): JSX.Element => {
  const setting = useSettings();
  const route = useRoute();
  const page = pageAt(route, report);
  const here = page?.focusKey ?? "nowhere";
  const main = useFocusOnArrival(here);
  return (
    <SettingsProvider value={setting}>
      <a class="skip" href="#main" onClick={(event) => skipTo(event, main.current)}>
        {text.skip}
      </a>
      <Header report={report} here={route.path[0] ?? ""} />
      <main id="main" ref={main} tabIndex={-1} class={setting.settings.plain ? "plain" : ""}>
        {page ? page.render() : <NotFound />}
      </main>
      <footer>
        <p>{text.modelResult}</p>
      </footer>
    </SettingsProvider>
  );
};

/** Whoever follows a link finds themselves at the top of what it led to, also with a screen reader. */
const useFocusOnArrival = (here: string) => {
  const main = useRef<HTMLElement>(null);
  const before = useRef(here);
  useEffect(() => {
    if (before.current === here) return;
    before.current = here;
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [here]);
  return main;
};

/** The address names pages, so a place within one is gone to by hand. */
const skipTo = (event: Event, main: HTMLElement | null): void => {
  event.preventDefault();
  main?.focus();
};
