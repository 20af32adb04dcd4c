/**
 * Measures deduction by itself: what it costs to learn a term, up to 5,000 ciphertexts, beside the naive fixpoint on the
 * same terms; and an update on a warm table. See bench/README.md.
 */
import "../bin/supported-node.js";
import {
  body,
  encrypt,
  KnowledgeTable,
  NaiveKnowledge,
  secret,
  termById,
} from "../src/term/index.ts";
import { Random } from "../src/search/random.ts";
import { compare, type Rate, type Work } from "./measure.ts";
import { figure, table } from "./table.ts";

/** Terms in the order in which somebody learns them. */
type Lesson = readonly number[];

const ids = (terms: readonly { readonly id: number }[]): number[] => terms.map(({ id }) => id);

/** In another order, the same every time. */
const shuffled = (values: readonly number[]): number[] => {
  const random = new Random(7);
  const left = [...values];
  for (let at = left.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [left[at], left[other]] = [left[other]!, left[at]!];
  }
  return left;
};

/** What is learned: so many ciphertexts, and what opens them. */
const lessons: Readonly<Record<string, (count: number) => Lesson>> = {
  "each under a key of its own, keys after": (count) => {
    const keys = Array.from({ length: count }, (_, at) => secret(`own ${count} ${at}`));
    const locked = keys.map((key, at) => encrypt(key, body(`own ${count} ${at}`)));
    return [...ids(locked), ...shuffled(ids(keys))];
  },
  "each under a key of its own, keys before": (count) => {
    const keys = Array.from({ length: count }, (_, at) => secret(`before ${count} ${at}`));
    const locked = keys.map((key, at) => encrypt(key, body(`before ${count} ${at}`)));
    return [...ids(keys), ...shuffled(ids(locked))];
  },
  "all under one key, key last": (count) => {
    const key = secret(`one ${count}`);
    return [
      ...Array.from({ length: count }, (_, at) => encrypt(key, body(`one ${count} ${at}`)).id),
      key.id,
    ];
  },
  "a chain: each opens the next": (count) => {
    const keys = Array.from({ length: count + 1 }, (_, at) => secret(`chain ${count} ${at}`));
    const locked = keys.slice(1).map((key, at) => encrypt(keys[at]!, key));
    return [...shuffled(ids(locked)), keys[0]!.id];
  },
};

/** Learns from nothing, on a new table; counts what is known in the end. */
const learning = (lesson: Lesson): Work => {
  // Every term of the lesson is learned, and the body or key inside each ciphertext.
  const terms = lesson.length + lesson.filter((id) => termById(id).kind === "encrypt").length;
  return () => {
    const knowledge = new KnowledgeTable();
    let state = knowledge.empty;
    for (const term of lesson) state = knowledge.learn(state, term);
    return terms;
  };
};

/** The same by the textbook's rules, asked in the end what can be read. */
const naively = (lesson: Lesson): Work => {
  const terms = lesson.length + lesson.filter((id) => termById(id).kind === "encrypt").length;
  return () => {
    const knowledge = new NaiveKnowledge();
    for (const term of lesson) {
      knowledge.observe(termById(term));
      knowledge.bodies();
    }
    return terms;
  };
};

/** The same lesson over and over on one table, which has learned it before: what a search does nearly always. */
const again = (lesson: Lesson): Work => {
  const knowledge = new KnowledgeTable();
  return () => {
    let state = knowledge.empty;
    for (const term of lesson) state = knowledge.step(state, term) >> 1;
    if (knowledge.size > lesson.length + 1) throw new Error("the table has grown");
    return lesson.length;
  };
};

const micro = ({ perCpu }: Rate): string => `${figure(1e6 / perCpu)} µs`;

console.log("\n### Deduction: CPU time for each term that is learned\n");
const rows = Object.entries(lessons).flatMap(([name, make]) =>
  [50, 500, 5000].map((count) => {
    const lesson = make(count);
    const { ours, warm, naive } = compare(
      {
        ours: learning(lesson),
        warm: again(lesson),
        // The naive way takes minutes with more of them.
        naive: count === 50 ? naively(lesson) : () => 1,
      },
      { seconds: 0.3 },
    );
    return [
      name,
      String(count),
      micro(ours),
      `${figure(1e9 / warm.perCpu)} ns`,
      count === 50 ? `${figure(ours.perCpu / naive.perCpu)}×` : "",
    ];
  }),
);
console.log(
  table(["ciphertexts", "how many", "learned anew", "on a warm table", "naive takes"], rows),
);
