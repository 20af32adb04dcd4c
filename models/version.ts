import type { Mode } from "./cast.ts";
import type { NoticeClass } from "./vocabulary.ts";

/** Everything in which versions of the protocol differ, as data. */
export interface Version {
  readonly name: string;
  /** Modes that a business can choose. */
  readonly modes: readonly Mode[];
  /** The notice that a device shows for a mode. */
  readonly shows: Readonly<Record<Mode, NoticeClass>>;
  /**
   * Endpoints and relay refuse a message that was written for another mode, keys are fresh for every mode and never
   * handed over, and a change takes effect when the old endpoint has confirmed it.
   */
  readonly comparesAndRejects: boolean;
  /** A changed profile is announced to the person; otherwise it silently replaces the old one. */
  readonly syncAnnounces: boolean;
  /** Two changes in one second carry the same stamp, and only a newer stamp is accepted. */
  readonly stampsInSeconds: boolean;
  /** A notice acknowledged on one device counts on the others. */
  readonly sharesAcknowledgement: boolean;
  /** Who takes things away from people who have not accepted: nobody, a date kept on the device, or the authority. */
  readonly enforcedBy: "nobody" | "device" | "authority";
  /**
   * Whether a device from which things are taken away takes personal chats, too: the stage of limited functionality
   * that was announced, in which people lose their list of chats.
   */
  readonly limitsPersonalChats: boolean;
  /** What people and others can do about keys that the directory hands out; nothing, where it is empty. */
  readonly keyChecks: readonly KeyCheck[];
  readonly groupRules: readonly GroupRule[];
  /** What a device shows when a message comes: what stands in it, or that there is one. */
  readonly notifies: "text" | "that there is one";
}

/**
 * - `signed membership`: a device believes an admin who was added, and not the service
 * - `rotating keys`: a device makes itself another sender key when somebody was removed or added
 * - `no hosted members`: a device leaves a business out of a group while others than the business itself handle its chats
 * - `signed messages`: a device signs what it writes, so that whoever has its sender key cannot write in its name
 */
export type GroupRule =
  | "signed membership"
  | "rotating keys"
  | "no hosted members"
  | "signed messages";

/**
 * - `numbers`: people can compare safety numbers when they meet
 * - `notices`: a device tells its person of a changed key
 * - `blocking`: nothing is written before the keys were compared
 * - `audits`: an auditor compares what the directory hands out with what people publish
 * - `signed devices`: a phone signs for its companions
 */
export type KeyCheck = "numbers" | "notices" | "blocking" | "audits" | "signed devices";

/** Who can really read along in a mode. */
export const truth: Readonly<Record<Mode, NoticeClass>> = {
  self: "none",
  provider: "vendor",
  hosted: "host",
  both: "vendor+host",
  beside: "host",
};

/** Who can run a place where messages to a business are opened. */
export type Runs = "desk" | "provider" | "host";

/** Where the business's account is, and messages to it are opened. */
export const endpointOf: Readonly<Record<Mode, Runs>> = {
  self: "desk",
  provider: "provider",
  hosted: "host",
  both: "host",
  beside: "desk",
};

/** Where messages are opened in a mode: where the account is, and by a companion beside it if there is one. */
export const opensAt = (mode: Mode, runs: Runs): boolean =>
  endpointOf[mode] === runs || (mode === "beside" && runs === "host");

/** Whether a version links hosted companions beside a business's own app. */
export const coexists = ({ modes }: Version): boolean => modes.includes("beside");
