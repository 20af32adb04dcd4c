/**
 * 53 bits of a text: two multiplicative hashes side by side, mixed at the end as MurmurHash3 does (Appleby, 2011). Equal
 * texts have equal fingerprints on any machine; among a million different ones, two meet by chance once in ten thousand
 * searches. Counts of different things rest on it, verdicts never do.
 */
export const fingerprint = (text: string): number => {
  let low = 0x5ea1c4ec;
  let high = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x9e3779b1);
    high = Math.imul(high ^ unit, 0x5f356495);
  }
  low = mixed(low ^ (high >>> 16));
  return (mixed(high ^ low) >>> 11) * 2 ** 32 + (low >>> 0);
};

const mixed = (bits: number): number => {
  let mixing = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  mixing = Math.imul(mixing ^ (mixing >>> 13), 0xc2b2ae35);
  return mixing ^ (mixing >>> 16);
};
