import { acceptedSurvivors } from "#sealcheck";

const twice =
  "a channel may deliver anything twice, and scenarios with duplicates show that it breaks nothing; what is said twice says nothing new";
const asksAnew =
  "a device that opens a chat asks anew for the business's mode, and whatever it took it for until then is out of date";
const noDate = "under strict a device keeps no date of its own, so nothing happens on it";
const takenAtItsWord =
  "strict takes the directory at its word; what its lies do is played under variants of strict in which keys are checked";
const sooner = "to delete sooner than promised harms nobody";
const later = "whoever waits longer than promised before taking anything away harms nobody";
const sealed =
  "whoever is let in is who the message is for or from, or cannot open it: it is sealed for somebody else";
const noTime = "it is over as soon as it begins, so that nobody can do anything meanwhile";
const mayBeLost =
  "what the authority sends may be lost, and whoever missed it is told with the next: that each arrives is not promised";
const oneDevice =
  "a message has arrived when one of those it is for has read it: that all of their devices show it is not promised";
const keptLess = "what is kept for reports and backups is promised to be no more, not to be all";
const fetchesAgain = "a device that has lost keys, or waits for them in vain, fetches them again";

/** Mutants of the strict version that no promise notices, and why that is as it should be. */
export const accepted = acceptedSurvivors({
  "*: repeat action *": twice,
  "*: repeat effect *": twice,
  "businessConversation: * closed user.open #2": asksAnew,
  "businessConversation: * closed app.sync #2": asksAnew,
  "confirmedMode: * owner.switchAtOnce":
    "however quickly the owner asks, a change waits for the same confirmation; whoever cannot ask quickly can ask",
  "directory: * truthful service.lie*": takenAtItsWord,
  "directory: forget field choose lie": takenAtItsWord,
  "terms: never after shown after deadline": noDate,
  "terms: too * deadline": noDate,
  "terms: * limited net.postponed*":
    "under strict nothing is taken away before the terms take effect, and then they are not postponed any more",
  "policyDesk: too late timeToUnderstand": later,
  "policyDesk: add transition informed net.shown": later,
  "policyAuthority: * policy.announces send": mayBeLost,
  "policyAuthority: * policy.postpones send": mayBeLost,
  "retention: too soon retention": sooner,
  "vendor: too soon purgeDeadline": sooner,
  "*: widen recipients wire.forward to *": sealed,
  "mediaStore: widen recipients wire.blob to *": sealed,
  "groupConversation: widen recipients * to *": sealed,
  "deviceRelay: widen recipients relay.wakesUp to *": sealed,
  "endpoint: widen recipients wire.reply to ana": sealed,
  "personalConversation: widen recipients wire.message to bob": sealed,
  "personalConversation: narrow * send": oneDevice,
  "groupRelay: narrow wire.forward send": oneDevice,
  "*Conversation: drop effect wire.* keep": keptLess,
  "personalConversation: add transition saving user.*": noTime,
  "personalConversation: * device.restarted*": fetchesAgain,
  "personalConversation: add transition * user.meet": fetchesAgain,
  "personalConversation: add transition * net.bundle": fetchesAgain,
});
