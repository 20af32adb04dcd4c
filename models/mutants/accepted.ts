import { acceptedSurvivors } from "#sealcheck";

const twice =
  "a channel may deliver anything twice, and scenarios with duplicates show that it breaks nothing; what is said twice says nothing new";
const again = "to do again what is done already changes nothing";
const askedAgain = "whoever is asked once more has been told before";
const nobodyListens =
  "under strict no device takes a notice for acknowledged on another one, so nobody listens";
const goesByIt = "whatever the desk takes it for, the device goes by what its person has accepted";
const eitherWay =
  "a business can change at leisure and in a hurry, and both wait for the same confirmation: that it can is promised, not that it can in both ways";
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
const notToAll = "that a business in a group gets what is written there is not promised";
const keptLess = "what is kept for reports and backups is promised to be no more, not to be all";
const fetchesAgain = "a device that has lost keys, or waits for them in vain, fetches them again";

/** Mutants of the strict version that no promise notices, and why that is as it should be. */
export const accepted = acceptedSurvivors({
  "*: repeat action *": twice,
  "*: repeat effect *": twice,
  "businessConversation: * closed user.open #2": asksAnew,
  "businessConversation: * closed app.sync #2": asksAnew,
  "businessConversation: retarget telling always → closed":
    "whoever was told and turned away may leave it at that: that they can come back is not promised",
  "businessConversation: drop action notice user.acknowledge remember": askedAgain,
  "businessConversation: forget field remember told": askedAgain,
  "businessConversation: forget field takeOver told": nobodyListens,
  "businessConversation: add transition closed device.restarted": askedAgain,
  "businessConversation: add transition * user.leave": again,
  "businessConversation: add transition * user.open": again,
  "businessConversation: add transition open user.acknowledge": again,
  "businessConversation: * sibling.acknowledged": nobodyListens,
  "businessConversation: drop effect notice.acknowledged *": nobodyListens,
  "businessConversation: drop action notice user.acknowledge acknowledge": nobodyListens,
  "businessRelay: mistarget wire.bounce send":
    "whoever has several devices is told on one of them that a message came back",
  "confirmedMode: * owner.switchAtOnce*": eitherWay,
  "confirmedMode: drop transition * owner.switch": eitherWay,
  "confirmedMode: add transition changing owner.switch": again,
  "confirmedMode: add transition * net.retired":
    "a confirmation names the change that it confirms, and that one is over",
  "confirmedMode: mistarget wire.retire send":
    "what retires an endpoint travels behind all that was sent there, so whoever confirms it, nothing is left",
  "endpoint: mistarget wire.retired send":
    "a change that is never confirmed never takes effect: that it does in the end is not promised",
  "endpoint: narrow wire.reply send": oneDevice,
  "contract: add transition contracted owner.contract": again,
  "deviceRelay: mistarget relay.wakesUp tell":
    "a call to wake up carries nothing, and what it announces arrives all the same",
  "endpoint: drop effect wire.reply learn":
    "whoever writes in the name of a business has shown it what they write",
  "endpoint: narrow message.opens tell #4":
    "a vendor that gets less than it was hired for harms nobody",
  "linking: add transition *": again,
  "membership: stay withoutLast admin.add":
    "that whoever was removed can be added again is not promised",
  "membership: add transition withoutLast admin.remove": again,
  "membership: add transition withStranger service.plant": again,
  "personalConversation: drop effect keys.save states keysTaken":
    "strict takes the directory at its word; whose keys were taken matters where keys are checked",
  "policyAuthority: retarget announced after effectiveDate → limiting":
    "nobody was told to take anything away yet, and to withdraw leads where it should have led",
  "policyAuthority: add transition *": again,
  "policyDesk: add transition accepted net.shown": goesByIt,
  "terms: add transition unknown device.restarted":
    "what a device shows that has just failed is promised of terms it has heard of, and of no others",
  "terms: drop effect terms.accepted send": goesByIt,
  "terms: add transition limited net.terms":
    "whoever is shown the terms anew has back what was taken away",
  "terms: add transition unknown net.postponed": again,
  "terms: add transition limited net.limit": again,
  "terms: add transition accepted user.accept": again,
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
  "groupEndpoint: widen recipients message.opens to *": sealed,
  "groupEndpoint: drop effect message.opens states delivered": notToAll,
  "groupRelay: drop effect wire.forward *": notToAll,
  "groupRelay: mistarget wire.forward send #2": notToAll,
  "groupRelay: narrow wire.forward send": oneDevice,
  "*Conversation: drop effect wire.* keep": keptLess,
  "personalConversation: add transition saving user.*": noTime,
  "personalConversation: * device.restarted*": fetchesAgain,
  "personalConversation: add transition * user.meet": fetchesAgain,
  "personalConversation: add transition * net.bundle": fetchesAgain,
});
