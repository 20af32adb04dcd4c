import { engineSabotages } from "./sabotages.ts";

/** The variable that names the sabotage of a run. Only tests know of it. */
export const sabotageVariable = "SEALCHECK_ENGINE_SABOTAGE";

/** Has vitest load a source of ours with one line of it changed; without the variable, nothing. */
export const sabotagePlugins = (name: string | undefined) => {
  if (name === undefined) return [];
  const sabotage = engineSabotages.find((one) => one.name === name);
  if (!sabotage) throw new Error(`there is no sabotage "${name}"`);
  const { file, find, replace } = sabotage;
  return [
    {
      name: "engine-sabotage",
      enforce: "pre" as const,
      transform: (code: string, id: string): string | undefined =>
        id.replace(/\?.*$/, "").endsWith(`/src/${file}`)
          ? code.replace(find, () => replace)
          : undefined,
    },
  ];
};
