import type { JSX } from "preact";
import type { Report } from "../data/report.ts";
import { AboutPage } from "../pages/about.tsx";
import { CoveragePage } from "../coverage/coverage-page.tsx";
import { LedgerPage } from "../pages/ledger.tsx";
import { ModelsPage } from "../pages/models.tsx";
import { NotFound } from "../pages/not-found.tsx";
import { PromisePage } from "../verdicts/promise-page.tsx";
import { ScenariosPage } from "../pages/scenarios.tsx";
import { VerdictsPage } from "../verdicts/verdicts-page.tsx";
import { ExplorePage } from "../explore/explore-page.tsx";
import { DifferencePage } from "../change/difference-page.tsx";
import { GatePage } from "../change/gate-page.tsx";
import { WitnessPage } from "../change/witness-page.tsx";
import { MutantsPage } from "../mutants/mutants-page.tsx";
import { TracePage } from "../trace/trace-page.tsx";
import type { Route } from "../route.ts";
import { text } from "../texts/index.ts";

/** A kind of page: where it is, and what it is called where it has an entry of its own above every page. */
interface PageKind {
  /** The first part of its address. */
  readonly path: string;
  readonly entry?: string;
  /** Whether this report has it; a page that comes with a later kind of finding shows only where there is one. */
  readonly shown?: (report: Report) => boolean;
  readonly render: (report: Report, route: Route) => JSX.Element;
  /** How much of the address says which page it is; the rest is a place within it. */
  readonly depth: number;
}

const kinds: readonly PageKind[] = [
  {
    path: "",
    entry: text.nav.promises,
    depth: 0,
    shown: ({ overview, compares }) => overview.protocols.length > 0 || !compares,
    render: (report, { query }) => <VerdictsPage report={report} under={query["under"]} />,
  },
  {
    path: "promise",
    depth: 3,
    render: (report, { path: [, id = "", protocol = ""] }) => (
      <PromisePage report={report} id={id} protocol={protocol} />
    ),
  },
  {
    path: "trace",
    depth: 2,
    render: (report, { path: [, key = "", step] }) => (
      <TracePage report={report} name={key} step={step} />
    ),
  },
  {
    path: "difference",
    entry: text.nav.difference,
    depth: 2,
    shown: ({ compares }) => compares,
    render: (report, { path: [, witness, step] }) =>
      !report.compares ? (
        <NotFound says={text.difference.notAsked} />
      ) : witness === undefined ? (
        <DifferencePage report={report} />
      ) : (
        <WitnessPage report={report} name={witness} step={step} />
      ),
  },
  {
    path: "gate",
    entry: text.nav.gate,
    depth: 1,
    shown: ({ gated }) => gated,
    render: (report) => <GatePage report={report} />,
  },
  {
    path: "ledger",
    entry: text.nav.ledger,
    depth: 1,
    shown: ({ overview }) => overview.ledger !== undefined,
    render: (report) => <LedgerPage report={report} />,
  },
  {
    path: "scenarios",
    entry: text.nav.scenarios,
    depth: 1,
    shown: ({ overview }) => overview.tasks.length > 0,
    render: (report) => <ScenariosPage report={report} />,
  },
  {
    path: "explore",
    entry: text.nav.explore,
    depth: 3,
    shown: ({ explorable }) => explorable,
    render: (report, { path: [, scenario, protocol], query }) => (
      <ExplorePage report={report} scenario={scenario} protocol={protocol} query={query} />
    ),
  },
  {
    path: "coverage",
    entry: text.nav.coverage,
    depth: 1,
    shown: ({ overview }) => overview.tasks.length > 0,
    render: (report, { query }) => (
      <CoveragePage report={report} machine={query["machine"]} search={query["search"]} />
    ),
  },
  {
    path: "mutants",
    entry: text.nav.mutants,
    depth: 1,
    shown: ({ mutated }) => mutated,
    render: (report, { query }) => (
      <MutantsPage
        report={report}
        looking={{ under: query["under"], row: query["row"], operator: query["operator"] }}
      />
    ),
  },
  {
    path: "models",
    entry: text.nav.models,
    depth: 2,
    render: (report, { path: [, kind] }) => <ModelsPage report={report} kind={kind} />,
  },
  {
    path: "about",
    entry: text.nav.about,
    depth: 1,
    render: (report) => <AboutPage report={report} />,
  },
];

/** The page at an address; undefined where there is none. */
export const pageAt = (
  route: Route,
  report: Report,
): { readonly render: () => JSX.Element; readonly focusKey: string } | undefined => {
  const [asked = ""] = route.path;
  const isThere = ({ shown = () => true }: PageKind): boolean => shown(report);
  const kind = kinds.find(
    // A report of a comparison alone begins with that.
    (each) => (asked === "" ? each.entry !== undefined && isThere(each) : each.path === asked),
  );
  return (
    kind && {
      render: () => kind.render(report, route),
      focusKey: route.path.slice(0, kind.depth).join("/"),
    }
  );
};

/** What stands above every page, and the first parts of the addresses at which an entry is the present one. */
export const entriesOf = (
  report: Report,
): readonly { readonly path: string; readonly title: string; readonly at: readonly string[] }[] =>
  kinds
    .flatMap(({ path, entry, shown = () => true }) =>
      entry !== undefined && shown(report)
        ? [{ path, title: entry, at: path === "" ? ["promise", "trace"] : [path] }]
        : [],
    )
    .map((each, place) => (place === 0 ? { ...each, at: ["", ...each.at] } : each));
