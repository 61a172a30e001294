// Has a Chromium that speaks on pipes 3 and 4 save a page as MHTML, as its
// "Save as… webpage, single file" does.
//
//     node mhtml.js chromium http://… out.mhtml
const { spawn } = require("child_process"), fs = require("fs");
const [program, address, out, ...more] = process.argv.slice(2);
const browser = spawn(program, ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", ...more], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
let asked = 0, rest = "";
const waiting = new Map();
const ask = (method, params = {}, sessionId) => new Promise((done) => {
  waiting.set(++asked, done);
  browser.stdio[3].write(JSON.stringify({ id: asked, method, params, sessionId }) + "\0");
});
browser.stdio[4].on("data", (data) => {
  const lines = (rest + data).split("\0");
  rest = lines.pop();
  for (const line of lines) {
    const answer = JSON.parse(line);
    if (answer.id) waiting.get(answer.id)(answer.result);
  }
});
(async () => {
  const { targetId } = await ask("Target.createTarget", { url: address });
  const { sessionId } = await ask("Target.attachToTarget", { targetId, flatten: true });
  for (let shown = false; !shown; ) {
    await new Promise((done) => setTimeout(done, 200));
    const { result } = await ask("Runtime.evaluate", { expression: "location.href != 'about:blank' && document.readyState == 'complete'" }, sessionId);
    shown = result && result.value;
  }
  const { data } = await ask("Page.captureSnapshot", { format: "mhtml" }, sessionId);
  fs.writeFileSync(out, data);
  browser.kill();
})();
