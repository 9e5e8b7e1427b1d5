// The twin of `pulumi preview`: an inline program of the Automation API, which needs no language host.
// Usage: node preview.js GRAPH [COPIES]
const { LocalWorkspace } = require("@pulumi/pulumi/automation");
const { read, register } = require("./graph");

const graph = read(process.argv[2]);
const program = async () => void register(graph, Number(process.argv[3] || 1));
(async () => {
  const stack = await LocalWorkspace.createOrSelectStack(
    { stackName: "twin", projectName: "twin", program },
    { envVars: process.env },
  );
  await stack.setConfig("aws:region", { value: "eu-central-1" });
  const started = Date.now();
  const { changeSummary } = await stack.preview();
  console.log(JSON.stringify({ seconds: (Date.now() - started) / 1000, created: changeSummary.create }));
})().catch((error) => {
  console.error(String(error));
  process.exit(1);
});
