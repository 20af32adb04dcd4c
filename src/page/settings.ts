import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";

/** What a reader chose of the look; kept between visits where the browser lets us. */
export interface Settings {
  /** Without figures and names of machines: for whoever wants the story only. */
  readonly plain: boolean;
  readonly theme: "system" | "light" | "dark";
}

export interface Setting {
  readonly settings: Settings;
  readonly change: (changed: Partial<Settings>) => void;
}

const fresh: Settings = { plain: false, theme: "system" };

const SettingsContext = createContext<Setting>({ settings: fresh, change: () => {} });
export const SettingsProvider = SettingsContext.Provider;

/** Whether figures are hidden. */
export const usePlain = (): boolean => useContext(SettingsContext).settings.plain;

export const useSetting = (): Setting => useContext(SettingsContext);

/** The settings of this page; applies the theme. */
export const useSettings = (): Setting => {
  const [settings, setSettings] = useState(kept);
  useEffect(() => {
    document.documentElement.dataset["theme"] = settings.theme;
  }, [settings]);
  const change = (changed: Partial<Settings>): void => {
    const next = { ...settings, ...changed };
    // At once and not after drawing: whoever reloads right after a click is to find it as it was.
    keep(next);
    setSettings(next);
  };
  return { settings, change };
};

const place = "sealcheck.page";

const kept = (): Settings => {
  try {
    return { ...fresh, ...(JSON.parse(localStorage.getItem(place) ?? "{}") as Partial<Settings>) };
  } catch {
    return fresh;
  }
};

const keep = (settings: Settings): void => {
  try {
    localStorage.setItem(place, JSON.stringify(settings));
  } catch {
    // A file may have no storage; then every visit starts afresh.
  }
};
