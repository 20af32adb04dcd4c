import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Cell, KillMatrix, KillRow, PromiseRow } from "../../report/kill-matrix.ts";
import { warmest } from "../chart/chart.tsx";
import { text } from "../texts/index.ts";
import { mutantsAddress, type Looking } from "./address.ts";

/** Promises against kinds of breaks: so many of so many noticed. Every figure leads to its mutants. */
export const Matrix = ({
  matrix,
  looking,
}: {
  readonly matrix: KillMatrix;
  readonly looking: Looking;
}): JSX.Element => {
  const { operators, promises, reported, anything } = matrix;
  return (
    <section class="plain-hides" aria-labelledby="matrix">
      <h2 id="matrix">{text.mutants.matrix}</h2>
      <p class="quiet">{text.mutants.matrixSays}</p>
      <div class="scrolling" tabIndex={0} role="region" aria-label={text.mutants.matrix}>
        <table class="kills">
          <thead>
            <tr>
              <th scope="col">{text.mutants.promise}</th>
              {operators.map((operator) => (
                <th key={operator} scope="col" title={text.mutants.operators[operator]}>
                  <span>{operator}</span>
                </th>
              ))}
              <th scope="col">
                <span>{text.mutants.all}</span>
              </th>
            </tr>
          </thead>
          {promises.map((row) => (
            <Promise key={row.id} row={row} operators={operators} looking={looking} />
          ))}
          <tfoot>
            <tr>
              <th scope="row" title={text.mutants.reportsSays}>
                {text.mutants.reports}
              </th>
              {reported.map((count, at) => (
                <td key={at}>{count > 0 && count}</td>
              ))}
              <td>{sum(reported)}</td>
            </tr>
            <tr>
              <th scope="row" title={text.mutants.anythingSays}>
                {text.mutants.anything}
              </th>
              {anything.map(({ killed, judged }, at) => (
                <td key={at}>{judged > 0 && `${killed}/${judged}`}</td>
              ))}
              <td>
                {sum(anything.map(({ killed }) => killed))}/
                {sum(anything.map(({ judged }) => judged))}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      <Legend />
    </section>
  );
};

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

/** A promise, and its invariants once somebody asks for them. */
const Promise = ({
  row,
  operators,
  looking,
}: {
  readonly row: PromiseRow;
  readonly operators: readonly string[];
  readonly looking: Looking;
}): JSX.Element => {
  const [turned, turn] = useState<boolean>();
  const isLookedInto = row.id !== looking.row && row.parts.some(({ id }) => id === looking.row);
  const open = turned ?? isLookedInto;
  return (
    <tbody>
      <Row row={row} operators={operators} looking={looking}>
        {row.parts.length > 1 && (
          <button
            type="button"
            class="turn"
            aria-expanded={open}
            aria-label={text.mutants.expand(row.id)}
            onClick={() => turn(!open)}
          />
        )}
      </Row>
      {open &&
        row.parts.map((part) => (
          <Row key={part.id} row={part} operators={operators} looking={looking} isPart />
        ))}
    </tbody>
  );
};

const Row = ({
  row: { id, says, cells, all },
  operators,
  looking,
  isPart = false,
  children,
}: {
  readonly row: KillRow;
  readonly operators: readonly string[];
  readonly looking: Looking;
  readonly isPart?: boolean;
  readonly children?: JSX.Element | false;
}): JSX.Element => {
  const isHere = looking.row === id;
  return (
    <tr class={isPart ? "part" : undefined}>
      <th scope="row" title={says}>
        {children}
        <a
          href={mutantsAddress({ ...looking, row: id, operator: undefined })}
          aria-current={isHere && looking.operator === undefined ? "true" : undefined}
        >
          <bdi>{id}</bdi>
        </a>
      </th>
      {cells.map((cell, at) => (
        <Figure
          key={operators[at]}
          cell={cell}
          label={[id, operators[at]!]}
          address={mutantsAddress({ ...looking, row: id, operator: operators[at] })}
          isHere={isHere && looking.operator === operators[at]}
        />
      ))}
      <Figure
        cell={all}
        label={[id, text.mutants.all]}
        address={mutantsAddress({ ...looking, row: id, operator: undefined })}
        isHere={false}
        isSum
      />
    </tr>
  );
};

const Figure = ({
  cell: { killed, judged },
  label: [row, operator],
  address,
  isHere,
  isSum = false,
}: {
  readonly cell: Cell;
  readonly label: readonly [row: string, operator: string];
  readonly address: string;
  readonly isHere: boolean;
  readonly isSum?: boolean;
}): JSX.Element =>
  judged === 0 ? (
    <td />
  ) : (
    <td class={isSum ? "sum" : `degree heat-${degreeOf(killed)}`}>
      <a
        href={address}
        aria-label={text.mutants.cell(row, operator, killed, judged)}
        aria-current={isHere ? "true" : undefined}
      >
        {killed}
        <small>/{judged}</small>
      </a>
    </td>
  );

/** 0 for nothing, and then one more for each time as many again. */
const degreeOf = (killed: number): number =>
  killed === 0 ? 0 : Math.min(warmest, 1 + Math.floor(Math.log2(killed) / 2));

const Legend = (): JSX.Element => (
  <ul class="legend degrees">
    <li>
      <i class="degree unused" aria-hidden="true" />
      {text.mutants.legend.none}
    </li>
    <li>
      {text.mutants.legend.few}{" "}
      {Array.from({ length: warmest }, (_, at) => (
        <i key={at} class={`degree heat-${at + 1}`} aria-hidden="true" />
      ))}
      {text.mutants.legend.many}
    </li>
  </ul>
);
