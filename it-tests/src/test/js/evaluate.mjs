// Evaluates flags with OpenFeature's own SDK and provider: reads {baseUrl, token, context, flags: {key: default}} from
// standard input, and writes {key: details} to standard output.
import { readFileSync } from "node:fs";
import { OFREPProvider } from "@openfeature/ofrep-provider";
import { OpenFeature } from "@openfeature/server-sdk";

const { baseUrl, token, context, flags } = JSON.parse(readFileSync(0, "utf8"));

await OpenFeature.setProviderAndWait(
  new OFREPProvider({ baseUrl, headers: [["Authorization", `Bearer ${token}`]] }),
);
const client = OpenFeature.getClient();
const details = {
  boolean: (key, value) => client.getBooleanDetails(key, value, context),
  number: (key, value) => client.getNumberDetails(key, value, context),
  string: (key, value) => client.getStringDetails(key, value, context),
  object: (key, value) => client.getObjectDetails(key, value, context),
};

const evaluated = {};
for (const [key, value] of Object.entries(flags)) {
  evaluated[key] = await details[typeof value](key, value);
}
process.stdout.write(JSON.stringify(evaluated));
await OpenFeature.close();
