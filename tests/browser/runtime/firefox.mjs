// Takes one quick scan in Firefox, and answers one question in a frame of another site,
// and in the single file: node firefox.mjs ADDRESS ANSWERS MILLISECONDS FILE; prints what it saw as JSON.
import puppeteer from "puppeteer-core";

const [address, answers, patience, file] = process.argv.slice(2);
const timeout = Number(patience);
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: process.env.FIREFOX,
  headless: true,
  defaultViewport: { width: 1280, height: 900 }, // in a narrow one a question is a screen
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
  await page.waitForSelector(".kam-status ::-p-text(8 of 8)");
  const headline = await page.$eval(".kam-headline__level", (found) => found.textContent);

  const { origin } = new URL(address.replace("127.0.0.1", "localhost"));
  await page.goto(`${origin}/outside`); // not of the guide: it has no policy
  const told = await page.evaluate((src) => new Promise((told) => {
    onmessage = ({ data }) => told(Object.keys(data).join());
    const frame = { src, width: 1000, height: 700 };
    document.body.append(Object.assign(document.createElement("iframe"), frame));
  }), `${address}?embed&theme=dark`);
  const frame = await (await page.$("iframe")).contentFrame();
  await (await frame.waitForSelector("kam-widget:defined [data-kam-chip]", { hidden: true })).isVisible();
  const [id] = Object.keys(JSON.parse(answers));
  await frame.click(`#q-${id} label:has(input[value="2"])`);
  await frame.waitForSelector(".kam-kept ::-p-text(in a tab of your own)");
  const alone = await frame.$eval(".md-header", (header) => `${header.checkVisibility()} ${document.body.dataset.mdColorScheme}`);
  const chip = await frame.$eval("[data-kam-chip]", (found) => found.textContent);

  await page.goto(file);
  await page.click(`#q-${id} label:has(input[value="2"])`);
  const single = await page.waitForSelector(".kam-status ::-p-text(1 of 8)");
  console.log(JSON.stringify({ headline, complaints, chip, told, alone, single: Boolean(single) }));
} finally {
  await browser.close();
}
