import { known, sabotage, type Part } from "#sealcheck";

const unable = (part: Part): Part => {
  const { intents } = part.kind;
  if (!intents?.["user.forward"]) return part;
  const forward = { carries: known(() => false), limit: "shares" };
  return { ...part, kind: { ...part.kind, intents: { ...intents, "user.forward": forward } } };
};

export default sabotage({
  says: "Nobody finds a message that could be passed on.",
  breaks: ["SV.n"],
  composition: (honest) => ({ ...honest, parts: honest.parts.map(unable) }),
});
