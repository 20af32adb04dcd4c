import { render } from "preact";
import { Report } from "./data/report.ts";
import { App } from "./shell/app.tsx";

const root = document.getElementById("app")!;

const open = async (): Promise<void> => {
  const report = await Report.open();
  root.replaceChildren();
  render(<App report={report} />, root);
};

open().catch((error: unknown) => {
  root.textContent = String(error);
});
