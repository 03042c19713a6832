// Prints where a browser for tests is: unpacks the one of @sparticuz/chromium on first use.
import chromium from "@sparticuz/chromium";

console.log(await chromium.executablePath());
