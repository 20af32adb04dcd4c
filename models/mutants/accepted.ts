import { acceptedSurvivors } from "#sealcheck";

const twice = "it says once more what whoever gets it knows by then, and nothing comes of that";
const again = "to do again what is done already changes nothing";
const askedAgain = "whoever is asked once more has been told before";
const eitherWay =
  "a business can change at leisure and in a hurry, and both wait for the same confirmation: that it can is promised, not that it can in both ways";
const asksAnew =
  "a device that opens a chat asks anew for the business's mode, and whatever it took it for until then is out of date";
const noDate = "under strict a device keeps no date of its own, so nothing happens on it";
const sooner = "to delete sooner than promised harms nobody";
const later = "whoever waits longer than promised before taking anything away harms nobody";
const noTime = "it is over as soon as it begins, so that nobody can do anything meanwhile";
const mayBeLost =
  "what the authority sends may be lost, and whoever missed it is told with the next: that each arrives is not promised";
const keptLess = "what is kept for reports and backups is promised to be no more, not to be all";
const fetchesAgain = "a device that has lost keys, or waits for them in vain, fetches them again";

/** Mutants of the strict version that no promise notices, and why that is as it should be. */
export const accepted = acceptedSurvivors({
  "*: repeat action *": twice,
  "businessConversation: * closed user.open #2": asksAnew,
  "businessConversation: retarget telling always → closed":
    "whoever was told and turned away may leave it at that: that they can come back is not promised",
  "businessConversation: add transition closed device.restarted": askedAgain,
  "businessConversation: add transition * user.leave": again,
  "businessConversation: add transition * user.open": again,
  "confirmedMode: * owner.switchAtOnce*": eitherWay,
  "confirmedMode: mistarget wire.retire send":
    "what retires an endpoint travels behind all that was sent there, so whoever confirms it, nothing is left",
  "endpoint: mistarget wire.retired send":
    "a change that is never confirmed never takes effect: that it does in the end is not promised",
  "endpoint: narrow message.opens tell #4":
    "a vendor that gets less than it was hired for harms nobody",
  "membership: add transition withoutLast admin.remove": again,
  "personalConversation: drop effect keys.save states keysTaken":
    "strict takes the directory at its word; whose keys were taken matters where keys are checked",
  "policyAuthority: retarget announced after effectiveDate → limiting":
    "nobody was told to take anything away yet, and to withdraw leads where it should have led",
  "policyAuthority: add transition *": again,
  "terms: repeat effect terms.accepted send*": twice,
  "terms: mistarget terms.accepted send":
    "whoever accepts on one device has accepted on all of them, and the authority may know it of any",
  "terms: add transition limited net.terms":
    "whoever is shown the terms anew has back what was taken away",
  "terms: add transition accepted user.accept": again,
  "terms: never after shown after deadline": noDate,
  "terms: too * deadline": noDate,
  "terms: * limited net.postponed*":
    "under strict nothing is taken away before the terms take effect, and then they are not postponed any more",
  "policyDesk: drop effect wire.limit states limitOrdered":
    "whatever is ordered reaches the device all the same, and what it takes away there is looked at",
  "policyDesk: too late timeToUnderstand": later,
  "policyDesk: add transition informed net.shown": later,
  "policyAuthority: * policy.announces send": mayBeLost,
  "policyAuthority: * policy.postpones send": mayBeLost,
  "retention: too soon retention": sooner,
  "vendor: too soon purgeDeadline": sooner,
  "groupRelay: drop effect wire.forward states routed":
    "under strict no host opens what is written to a group, so nothing asks where it was sent on to",
  "groupRelay: mistarget wire.forward send #2":
    "what is written to a group is sealed for one place, and is opened there or nowhere",
  "*Conversation: drop effect wire.* keep": keptLess,
  "personalConversation: add transition saving user.*": noTime,
  "personalConversation: * device.restarted*": fetchesAgain,
  "personalConversation: add transition * user.meet": fetchesAgain,
  "personalConversation: add transition * net.bundle": fetchesAgain,
  "directory: add transition lying service.lie":
    "strict takes the directory at its word; a lie after a lie is one more, and is played where keys are checked",
  "personalConversation: widen recipients wire.forward to ana":
    "whoever passes a message on to somebody lets them read it, by whichever way",
});
