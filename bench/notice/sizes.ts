/** How large one instance of the notice protocol is. */
export interface Size {
  readonly users: number;
  readonly businesses: number;
  /** How many items a relay queue holds. */
  readonly queue: number;
  /** How often a business may change its mode. */
  readonly flips: number;
}

export const sizes = {
  S: { users: 1, businesses: 1, queue: 2, flips: 2 },
  M: { users: 1, businesses: 2, queue: 1, flips: 2 },
  L: { users: 2, businesses: 1, queue: 2, flips: 2 },
} as const satisfies Readonly<Record<string, Size>>;

export type SizeName = keyof typeof sizes;

const numbered = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${letter}${at}`);

export const usersOf = ({ users }: Size): string[] => numbered("u", users);
export const businessesOf = ({ businesses }: Size): string[] => numbered("b", businesses);

/** Every user with every business. */
export const pairsOf = (size: Size): { user: string; business: string }[] =>
  usersOf(size).flatMap((user) => businessesOf(size).map((business) => ({ user, business })));
