import { secret } from "sealcheck";

/** The key that Ana and Bob share. Terms are symbols: whoever lacks the key can never open what it locks. */
export const envelope = secret("key of the envelope");
