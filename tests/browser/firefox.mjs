// Takes one quick scan in Firefox: node firefox.mjs ADDRESS ANSWERS MILLISECONDS; prints what it saw as JSON.
import puppeteer from "puppeteer-core";

const [address, answers, patience] = process.argv.slice(2);
const timeout = Number(patience);
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: process.env.FIREFOX,
  headless: true,
  timeout,
});
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(timeout);
  const complaints = [];
  page.on("console", (said) => said.type() === "error" && complaints.push(said.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(address);
  for (const [id, value] of Object.entries(JSON.parse(answers))) {
    await page.click(`#q-${id} label:has(input[value="${value}"])`);
  }
  await page.waitForSelector(".kam-status ::-p-text(score)");
  const headline = await page.$eval(".kam-headline__level", (found) => found.textContent);
  console.log(JSON.stringify({ headline, complaints }));
} finally {
  await browser.close();
}
