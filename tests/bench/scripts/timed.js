
// What the bench adds to its copy of worker.js: it times every call and runs Python on request.
const benchChannel = new BroadcastChannel("kam-bench");
const [untimedCall, untimedPost] = [receive.call, self.postMessage.bind(self)];
let [benchBegan, benchAnswered] = [0, 0];
const benchPassed = () => performance.now() - benchBegan;
self.postMessage = (/** @type {Report} */ report) => {
  untimedPost(report);
  if (report.type === "result") benchAnswered = benchPassed();
};
receive.call = (message) => {
  benchChannel.postMessage({ begun: true });
  benchBegan = performance.now();
  untimedCall(message);
  benchChannel.postMessage({ ms: benchAnswered, whole: benchPassed() });
};
benchChannel.onmessage = ({ data }) => {
  if (typeof data !== "string" || !handle) return; // of another worker, or to one that answers nobody
  try {
    benchChannel.postMessage({ value: python.runPython(data) });
  } catch (error) {
    benchChannel.postMessage({ error: error.message });
  }
};
