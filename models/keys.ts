import { pair, publicKey, seal, secret, sign, type Term } from "#sealcheck";
import type { Mode } from "./cast.ts";
import { coexists, endpointOf, type Version } from "./version.ts";

/** The private key of a device. */
export const deviceKey = (device: string): Term => secret(`key of ${device}`);

/** The public key of a device, as the directory serves it. */
export const publicKeyOf = (device: string): Term => publicKey(deviceKey(device));

/** How often a phone has been set up: a second time when it was changed or wiped. */
export type SetUp = "first" | "second";

/** What the directory can say of how often a phone was set up; it matters to nobody but an auditor. */
export const setUpsOf = ({ keyChecks }: Version): readonly SetUp[] =>
  keyChecks.includes("audits") ? ["first", "second"] : ["first"];

/** The private key of a phone since it was set up. */
export const phoneKey = (phone: string, setUp: SetUp): Term =>
  setUp === "first" ? deviceKey(phone) : secret(`key of ${phone} set up anew`);

/** The device whose public key this is, or whoever else's it is. */
export const holderOf = (key: Term): string =>
  key.parts[0]!.label.replace(/^key of /, "").replace(/ set up anew$/, "");

/** Encrypts for one device. */
export const forDevice = (device: string, text: Term): Term => seal(publicKeyOf(device), text);

/** The private key of nobody's device: what a service that lies puts in the place of one. */
export const falseKey: Term = secret("key of nobody's device");

/**
 * What the directory says of a person's devices: the public key of the phone, and of a companion if there is one.
 * Where devices are signed for, nobody but who has the phone can name a companion.
 */
export const bundleOf = (
  { keyChecks }: Pick<Version, "keyChecks">,
  phone: Term,
  companion: Term | undefined,
  signer = phone,
): Term => {
  if (!companion) return publicKey(phone);
  const named = publicKey(companion);
  return pair(publicKey(phone), keyChecks.includes("signed devices") ? sign(signer, named) : named);
};

/** The public keys in what the directory says, signed or not. */
export const keysIn = (bundle: Term): { phone: Term; companion?: Term } => {
  if (bundle.kind !== "pair") return { phone: bundle };
  const [phone, companion] = bundle.parts as [Term, Term];
  return { phone, companion: companion.kind === "sign" ? companion.parts[1]! : companion };
};

/** Changes of mode that a scenario can make; keys are laid out for this many. */
const stampsMost = 6;

/**
 * The private key that opens messages written to a business under a mode. One key for ever, handed to whoever runs
 * the endpoint; or, where the version compares and rejects, one for each mode and stamp.
 */
export const endpointKey = (version: Version, business: string, mode: Mode, stamp: number): Term =>
  version.comparesAndRejects
    ? secret(`key ${stamp} of ${business} at the ${endpointOf[mode]}`)
    : secret(`key of ${business}`);

/** All keys that an endpoint has from the start because they are its own. */
export const ownKeys = (version: Version, business: string, mode: Mode): Term[] =>
  Array.from({ length: stampsMost }, (_, stamp) => endpointKey(version, business, mode, stamp));

/** The public keys of every endpoint that a business could have. */
export const endpointKeys = (version: Version, business: string): Term[] => [
  ...new Set(
    [
      ...version.modes.flatMap((mode) => ownKeys(version, business, mode)),
      ...(coexists(version) ? [companionKey(business)] : []),
    ].map((key) => publicKey(key)),
  ),
];

/** The private key of the hosted companion beside a business's own app; the host's alone. */
export const companionKey = (business: string): Term =>
  secret(`key of the companion of ${business}`);

/** Encrypts for the companion beside a business's app. */
export const forCompanion = (business: string, text: Term): Term =>
  seal(publicKey(companionKey(business)), text);

/** Encrypts for a business in a mode: a copy for the account, and one for the companion if there is one. */
export const forBusiness = (
  version: Version,
  business: string,
  mode: Mode,
  stamp: number,
  text: Term,
): Term => {
  const copy = seal(publicKey(endpointKey(version, business, mode, stamp)), text);
  return mode === "beside" ? pair(copy, forCompanion(business, text)) : copy;
};

/** The copies in what was encrypted for a business in a mode: for the account, and for the companion. */
export const copiesIn = (mode: Mode, envelope: Term): readonly [Term, Term?] =>
  mode === "beside" ? [envelope.parts[0]!, envelope.parts[1]!] : [envelope];
