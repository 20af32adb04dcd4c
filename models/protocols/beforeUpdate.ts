import { messenger } from "../messenger.ts";
import { truth } from "../version.ts";
import { uncompared } from "./announced2021.ts";

const unhosted = "nothing is hosted in this version";
const unwritten = "the new terms had not been written";

export const beforeUpdate = messenger(
  {
    name: "before-update",
    modes: ["self", "provider"],
    shows: truth,
    comparesAndRejects: false,
    syncAnnounces: true,
    stampsInSeconds: true,
    sharesAcknowledgement: false,
    enforcedBy: "nobody",
    limitsPersonalChats: false,
    keyChecks: [],
    groupRules: ["rotating keys", "signed messages"],
    notifies: "text",
  },
  {
    says: "Businesses answer by themselves or through a company they hired; the messenger hosts nothing.",
    notApplicable: {
      "P4.a": unhosted,
      "P4.b": unhosted,
      "P4.c": unhosted,
      "P4.d": unhosted,
      "P4.e": unhosted,
      "SV.d": unhosted,
      "SV.d.kept": unhosted,
      "SV.h": unhosted,
      "SV.p": unwritten,
      "SV.q": unwritten,
      "SV.r": unwritten,
      "P5.h": unwritten,
      "P5.f": unwritten,
      "P5.g": unwritten,
      "SV.s": uncompared,
      "P5.a": unwritten,
      "P5.b": unwritten,
      "P5.c": unwritten,
      "P5.d": unwritten,
      "P5.e": unhosted,
      "P5.i": unwritten,
      "P5.j": unwritten,
      "P5.k": unwritten,
      "P5.l": unwritten,
      "P5.m": unwritten,
      "P5.n": unwritten,
      "SV.y": unwritten,
      "SV.p.heard": unwritten,
      "SV.z": unwritten,
      "SV.z.later": unwritten,
      "P5.o": unwritten,
      "SV.w": unhosted,
      "SV.x": unhosted,
      "SV.t": uncompared,
    },
  },
);
