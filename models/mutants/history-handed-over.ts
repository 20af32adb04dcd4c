import { sabotage, secret, type Channel, type Coalition } from "#sealcheck";

const observed = (channel: Channel): Channel =>
  channel.name.endsWith("→relay") || /^relay→.*desk$/.test(channel.name)
    ? { ...channel, observers: [...channel.observers, "host"] }
    : channel;

const informed = (coalition: Coalition): Coalition =>
  coalition.name === "host"
    ? { ...coalition, knows: [...coalition.knows, secret("key 0 of shop at the desk")] }
    : coalition;

export default sabotage({
  says: "The host is handed what was written before, and the key to it.",
  breaks: ["P4.d"],
  composition: (honest) =>
    honest.coalitions.some(({ name }) => name === "host")
      ? {
          ...honest,
          channels: honest.channels.map(observed),
          coalitions: honest.coalitions.map(informed),
        }
      : honest,
});
