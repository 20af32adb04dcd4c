import type { MessageAbout } from "./vocabulary.ts";

/**
 * How a business handles its chats: by itself, by a provider it hired, on the messenger's hosting, by both, or by
 * itself with a hosted companion beside its own app.
 */
export type Mode = "self" | "provider" | "hosted" | "both" | "beside";

/** One person and what they bring along. */
export interface Person {
  /** Device names; the first is the phone, the others are linked companions. */
  readonly devices: readonly string[];
  /** Devices, by the same names, whose client was written before there was any hosting. */
  readonly outdated?: readonly string[];
  /** Their phone keeps what its notifications showed, also when they delete the chats on it. */
  readonly keepsNotifications?: boolean;
  /** A backup that the backup company can read. */
  readonly readableBackup?: boolean;
}

/** One business, how it starts, and which analytics vendors it may hire. */
export interface Business {
  readonly starts: Mode;
  /** Vendors that the platform knows of; messages reach them only under a contract. */
  readonly vendors?: readonly string[];
  /** Vendors that the business's own desk passes messages to, behind everybody's back. */
  readonly undeclared?: readonly string[];
}

/** Who takes part. Only what a scenario needs: every part multiplies the world. */
export interface Cast {
  readonly people: Readonly<Record<string, Person>>;
  readonly businesses?: Readonly<Record<string, Business>>;
  /** What people send each other; text, if left out. */
  readonly kinds?: readonly MessageAbout["kind"][];
  /** The name of a group of everybody; the first person is its admin, and the last may be removed. */
  readonly group?: string;
  /** A business that is a member of the group. */
  readonly groupBusiness?: string;
  /** Whether the new terms are part of the story. */
  readonly terms?: boolean;
}

/** A person's devices by their full names, e.g. `ana.phone`. */
export const devicesOf = (cast: Cast, person: string): string[] =>
  cast.people[person]!.devices.map((device) => `${person}.${device}`);

/** Every device with the person it belongs to. */
export const allDevices = (cast: Cast): { person: string; device: string }[] =>
  Object.keys(cast.people).flatMap((person) =>
    devicesOf(cast, person).map((device) => ({ person, device })),
  );
