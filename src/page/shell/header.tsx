import type { JSX } from "preact";
import type { Report } from "../data/report.ts";
import { addressOf } from "../route.ts";
import { useSetting, type Settings } from "../settings.ts";
import { text } from "../texts/index.ts";
import { entriesOf } from "./pages.tsx";

const themes: readonly Settings["theme"][] = ["system", "light", "dark"];

export const Header = ({
  report,
  here,
}: {
  readonly report: Report;
  readonly here: string;
}): JSX.Element => {
  const { settings, change } = useSetting();
  const { plain, theme } = settings;
  return (
    <header class="top">
      <a class="name" href={addressOf([])}>
        {text.name}
      </a>
      <nav aria-label={text.nav.label}>
        {entriesOf(report).map(({ path, title, at }) => (
          <a
            key={path}
            href={addressOf(path === "" ? [] : [path])}
            aria-current={at.includes(here) ? "page" : undefined}
          >
            {title}
          </a>
        ))}
      </nav>
      <div class="settings">
        <button
          type="button"
          aria-pressed={plain}
          title={plain ? text.settings.plainOn : undefined}
          onClick={() => change({ plain: !plain })}
        >
          {text.settings.plain}
        </button>
        <button
          type="button"
          class="theme"
          aria-label={text.settings.theme[theme]}
          title={text.settings.theme[theme]}
          onClick={() => change({ theme: themes[(themes.indexOf(theme) + 1) % themes.length]! })}
        >
          <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
            <circle cx="9" cy="9" r="6.5" class="ring" />
            <path
              d={
                {
                  system: "M9 2.5a6.5 6.5 0 0 1 0 13Z",
                  light: "",
                  dark: "M9 2.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Z",
                }[theme]
              }
            />
          </svg>
        </button>
      </div>
    </header>
  );
};
