/** Names that were taken for interchangeable are not; the message says what tells them apart. */
export class Asymmetric extends Error {
  override readonly name = "Asymmetric";
}
